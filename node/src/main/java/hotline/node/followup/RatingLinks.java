package hotline.node.followup;

import hotline.node.NodeSettings;
import hotline.node.access.SecretFile;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The addresses of rating pages. A token names the ticket and the round of its answer and proves
 * with 128 bits of a keyed hash that this node has given it out; nothing of it is kept anywhere.
 */
@Singleton
public final class RatingLinks {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int PROOF_BYTES = 16;
  private static final int MAX_LENGTH = 80;

  private final byte[] secret;
  private final String base;

  RatingLinks(NodeSettings settings) throws IOException {
    this.secret =
        SecretFile.loadOrCreate(settings.getDataDir(), "rating-link-secret")
            .getBytes(StandardCharsets.US_ASCII);
    this.base = settings.getPublicUrl().filter(url -> !url.isBlank()).orElse("");
  }

  /** What a good token stands for. */
  record Rated(TicketId ticket, int round) {}

  /** Where the answer that was given last is rated. */
  public String address(Ticket ticket) {
    return base + "/rate/" + token(ticket.id(), ticket.followUps().round());
  }

  String token(TicketId ticket, int round) {
    return ticket + "." + round + "." + proof(ticket + "." + round);
  }

  /** Empty for whatever this node has not given out. */
  Optional<Rated> read(String token) {
    int last = token.lastIndexOf('.');
    int middle = token.lastIndexOf('.', last - 1);
    if (token.length() > MAX_LENGTH || middle < 1) {
      return Optional.empty();
    }
    String named = token.substring(0, last);
    byte[] given = token.substring(last + 1).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(given, proof(named).getBytes(StandardCharsets.US_ASCII))) {
      return Optional.empty();
    }
    return Optional.of(
        new Rated(
            TicketId.parse(named.substring(0, middle)),
            Integer.parseInt(named.substring(middle + 1))));
  }

  private String proof(String named) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      byte[] hash = mac.doFinal(("rating\n" + named).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(hash, PROOF_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
