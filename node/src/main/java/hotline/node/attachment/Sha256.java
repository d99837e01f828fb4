package hotline.node.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The hash by which bytes are named. */
public final class Sha256 {

  private static final int LENGTH = 32;

  private final byte[] hash;

  private Sha256(byte[] hash) {
    this.hash = hash;
  }

  /**
   * @throws IllegalArgumentException when these are not 32 bytes
   */
  public static Sha256 of(byte[] hash) {
    if (hash.length != LENGTH) {
      throw new IllegalArgumentException(hash.length + " bytes given: expected a SHA-256 of 32");
    }
    return new Sha256(hash.clone());
  }

  /** Of 64 hexadecimal digits. */
  public static Sha256 parse(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  /** For whoever computes one. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  public byte[] bytes() {
    return hash.clone();
  }

  public String hex() {
    return HexFormat.of().formatHex(hash);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sha256 that && MessageDigest.isEqual(hash, that.hash);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hash);
  }

  @Override
  public String toString() {
    return hex();
  }
}
