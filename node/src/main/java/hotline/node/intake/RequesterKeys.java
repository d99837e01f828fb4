package hotline.node.intake;

import hotline.node.NodeSettings;
import hotline.node.access.SecretFile;
import hotline.node.desk.PhoneKeys;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.PersonalData;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two appeals are of the same person, or of the same person about the same matter
 * (ACC-10), without telling who it is: keyed hashes. All nodes of a tree that are given the
 * same {@code requester-secret} make the same hashes and can compare theirs; whoever has only the
 * records, without the secret, cannot find out whose they are by trying numbers. A node that is
 * given none makes a secret of its own, and compares with nobody.
 */
@Singleton
public final class RequesterKeys implements PhoneKeys {

  private static final String ALGORITHM = "HmacSHA256";

  private static final int KEY_BYTES = 16;

  /** In characters: what a person could guess is no secret. */
  private static final int SHORTEST_SECRET = 32;

  private final byte[] secret;

  @Inject
  RequesterKeys(NodeSettings settings) throws IOException {
    Optional<String> shared = settings.getRequesterSecret().filter(text -> !text.isBlank());
    if (shared.isPresent() && shared.get().length() < SHORTEST_SECRET) {
      throw new IllegalStateException(
          "hotline.node.requester-secret: expected at least "
              + SHORTEST_SECRET
              + " characters, got "
              + shared.get().length());
    }
    String text =
        shared.isPresent()
            ? shared.get()
            : SecretFile.loadOrCreate(settings.getDataDir(), "requester-key-secret");
    this.secret = text.getBytes(StandardCharsets.UTF_8);
  }

  /** Keyed with a secret of some length. */
  RequesterKeys(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /** By the phone number, else by the name; null when neither is known. */
  public @Nullable String keyOf(PersonalData personal) {
    String phone = personal.phone();
    if (phone != null && !phone.isBlank()) {
      return key("phone", phone.replaceAll("[^0-9+]", "").replaceFirst("^(\\+|00)86", ""));
    }
    String name = personal.name();
    return name == null || name.isBlank() ? null : key("name", name.strip());
  }

  @Override
  public @Nullable String keyOfPhone(String phone) {
    return keyOf(new PersonalData(null, phone, null));
  }

  private String key(String purpose, String text) {
    return HexFormat.of().formatHex(hash(purpose, text), 0, KEY_BYTES);
  }

  /** Null when the person is not known. */
  @Nullable Sameness samenessOf(@Nullable String key, Appeal appeal) {
    return key == null
        ? null
        : new Sameness(key, hash("matter", key + '\n' + normalized(appeal.content())));
  }

  private static String normalized(String content) {
    return content.replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]+", "");
  }

  private byte[] hash(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal((purpose + '\n' + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
