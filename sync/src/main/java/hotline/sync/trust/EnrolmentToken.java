package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a parent gives, out of band, to the node that is to become its child: a secret that is good
 * for one enrolment, and by what the child recognises the parent before it trusts anybody.
 *
 * @param secret 32 random bytes
 * @param rootFingerprint SHA-256 of the certificate at the root of the tree
 * @param parent the node that gave it out
 */
public record EnrolmentToken(byte[] secret, byte[] rootFingerprint, NodeCode parent) {

  private static final byte VERSION = 1;
  private static final int LENGTH = 32;

  static EnrolmentToken create(NodeIdentity parent, SecureRandom random) {
    byte[] secret = new byte[LENGTH];
    random.nextBytes(secret);
    return new EnrolmentToken(secret, Certificates.fingerprint(parent.root()), parent.code());
  }

  /**
   * Reads {@link #print}'s form.
   *
   * @throws IllegalArgumentException when it is something else; the token is not repeated in the
   *     message
   */
  public static EnrolmentToken parse(String printed) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(printed.strip());
    } catch (IllegalArgumentException e) {
      throw malformed(e);
    }
    if (bytes.length < 1 + 2 * LENGTH + 6 || bytes[0] != VERSION) {
      throw malformed(null);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    byte[] secret = new byte[LENGTH];
    byte[] fingerprint = new byte[LENGTH];
    buffer.get(secret).get(fingerprint);
    byte[] code = new byte[buffer.remaining()];
    buffer.get(code);
    try {
      return new EnrolmentToken(
          secret, fingerprint, NodeCode.of(new String(code, StandardCharsets.US_ASCII)));
    } catch (IllegalArgumentException e) {
      throw malformed(e);
    }
  }

  private static IllegalArgumentException malformed(@Nullable Throwable cause) {
    return new IllegalArgumentException(
        "malformed enrolment token: expected the one line that the parent node printed", cause);
  }

  /** One line of letters, digits, {@code -} and {@code _}. */
  public String print() {
    byte[] code = parent.value().getBytes(StandardCharsets.US_ASCII);
    ByteBuffer buffer = ByteBuffer.allocate(1 + 2 * LENGTH + code.length);
    buffer.put(VERSION).put(secret).put(rootFingerprint).put(code);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
  }

  /** What the parent keeps of it. */
  byte[] hash() {
    return Certificates.sha256(secret);
  }

  /** Whether {@code root} is the root of the tree that gave out this token. */
  public boolean isOfTree(X509Certificate root) {
    return MessageDigest.isEqual(rootFingerprint, Certificates.fingerprint(root));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "EnrolmentToken of " + parent;
  }
}
