package hotline.sync.stream;

import java.nio.charset.StandardCharsets;

/** Records that say a word. */
final class Toy {

  private Toy() {}

  static JournalEntry entry(String word) {
    return entry(word, "");
  }

  static JournalEntry entry(String word, String personal) {
    return JournalEntry.uplink(bytes(word), bytes(personal));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Batch parse(byte[] bytes) {
    try {
      return Batch.parse(bytes);
    } catch (MalformedBatchException e) {
      throw new IllegalStateException(e);
    }
  }
}
