package hotline.sync.stream;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, of which every Java runtime has one. */
final class Hashes {

  static final int LENGTH = 32;

  private Hashes() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform must support SHA-256", e);
    }
  }

  /** 32 zero bytes: the hash before the first record, and that of an absent personal part. */
  static byte[] zero() {
    return new byte[LENGTH];
  }
}
