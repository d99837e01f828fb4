package hotline.node.intake;

import hotline.node.NodeSettings;
import hotline.node.access.SecretFile;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.PersonalData;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two appeals are of the same person, or of the same person about the same matter
 * (ACC-10), without telling who it is: keyed hashes, with a key that never leaves the node.
 * Two nodes cannot compare theirs.
 */
@Singleton
public final class RequesterKeys {

  private static final String ALGORITHM = "HmacSHA256";

  private static final int KEY_BYTES = 16;

  private final byte[] secret;

  RequesterKeys(NodeSettings settings) throws IOException {
    this.secret =
        SecretFile.loadOrCreate(settings.getDataDir(), "requester-key-secret")
            .getBytes(StandardCharsets.US_ASCII);
  }

  /** By the phone number, else by the name; null when neither is known. */
  public @Nullable String keyOf(PersonalData personal) {
    String phone = personal.phone();
    if (phone != null && !phone.isBlank()) {
      return key("phone", phone.replaceAll("[^0-9+]", ""));
    }
    String name = personal.name();
    return name == null || name.isBlank() ? null : key("name", name.strip());
  }

  private String key(String purpose, String text) {
    return HexFormat.of().formatHex(hash(purpose, text), 0, KEY_BYTES);
  }

  /** Equal for the same person with the same words; null when the person is not known. */
  byte @Nullable [] samenessOf(@Nullable String key, Appeal appeal) {
    return key == null ? null : hash("matter", key + '\n' + normalized(appeal.content()));
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
