package hotline.sync.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The digest of an image: the first 16 bytes of SHA-256, enough to tell that bytes are not those
 * that they were.
 */
public final class ImageDigest {

  static final int LENGTH = 16;

  private ImageDigest() {}

  public static byte[] of(byte[] image) {
    return Arrays.copyOf(Hashes.sha256().digest(image), LENGTH);
  }

  /** The digest of texts in this order, none of which can run into the next. */
  public static byte[] of(@Nullable String... texts) {
    MessageDigest digest = Hashes.sha256();
    for (String text : texts) {
      byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
      digest.update(
          ByteBuffer.allocate(Integer.BYTES).putInt(text == null ? -1 : bytes.length).array());
      digest.update(bytes);
    }
    return Arrays.copyOf(digest.digest(), LENGTH);
  }
}
