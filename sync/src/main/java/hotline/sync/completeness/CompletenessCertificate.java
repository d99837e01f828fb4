package hotline.sync.completeness;

import hotline.sync.trust.SignedStatement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A node's signed statement of how far it holds each stream from below, whether each origin says
 * the same, and whether the replica tables are what the records left there.
 *
 * @param id rises from one to the next
 * @param complete whether every stream was whole and as its origin says, and every replica proven
 * @param statement the text, in Chinese and UTF-8, with the signature over its bytes
 */
public record CompletenessCertificate(
    long id, Instant madeAt, boolean complete, SignedStatement statement) {

  public String text() {
    return new String(statement.text(), StandardCharsets.UTF_8);
  }

  /** SHA-256 of the text in hex, by which the next certificate names this one. */
  public String hash() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(statement.text()));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform must support SHA-256", e);
    }
  }
}
