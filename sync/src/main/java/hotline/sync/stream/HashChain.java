package hotline.sync.stream;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;

/**
 * The chain over the records of a stream: {@code hash(n) = SHA-256(hash(n-1) || personal hash ||
 * appended_at_micros || body)}. Not safe for concurrent use.
 */
final class HashChain {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final byte[] NO_PERSONAL = Hashes.zero();

  private final MessageDigest digest = Hashes.sha256();
  private final MessageDigest personalDigest = Hashes.sha256();
  private final byte[] time = new byte[Long.BYTES];

  byte[] next(
      byte[] previous,
      byte[] array,
      int personalOffset,
      int personalLength,
      int personalHashOffset,
      int personalHashLength,
      long appendedAtMicros,
      int bodyOffset,
      int bodyLength) {
    digest.update(previous);
    if (personalLength > 0) {
      personalDigest.update(array, personalOffset, personalLength);
      digest.update(personalDigest.digest());
    } else if (personalHashLength > 0) {
      digest.update(array, personalHashOffset, personalHashLength);
    } else {
      digest.update(NO_PERSONAL);
    }
    LONG.set(time, 0, appendedAtMicros);
    digest.update(time);
    digest.update(array, bodyOffset, bodyLength);
    return digest.digest();
  }
}
