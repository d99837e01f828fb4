package hotline.sync.stream;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Packs entries for the journal. Many records in one row make journaling a bulk transaction cheap:
 * the row, its redo and its removal are paid once for some hundred records.
 */
final class RecordPacker {

  /** Where a row is full; one record alone may exceed it. */
  private static final int ROW_BYTES = 128 * 1024;

  static final int MAX_BODY = 1024 * 1024;
  static final int MAX_PERSONAL = 256 * 1024;

  private RecordPacker() {}

  /**
   * Packs entries of one stream, in order.
   *
   * @throws IllegalArgumentException when an entry is too large
   */
  static List<byte[]> pack(List<JournalEntry> entries, long appendedAtMicros) {
    List<byte[]> rows = new ArrayList<>(1);
    for (int from = 0; from < entries.size(); ) {
      int to = from;
      int size = 0;
      while (to < entries.size() && (to == from || size < ROW_BYTES)) {
        JournalEntry entry = entries.get(to++);
        check(entry);
        size += PackedRecord.sizeAtMost(entry.body(), entry.personal());
      }
      rows.add(pack(entries.subList(from, to), size, appendedAtMicros));
      from = to;
    }
    return rows;
  }

  private static byte[] pack(List<JournalEntry> entries, int sizeAtMost, long appendedAtMicros) {
    byte[] bytes = new byte[sizeAtMost];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      for (JournalEntry entry : entries) {
        PackedRecord.write(out, entry.body(), entry.personal(), appendedAtMicros);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return Arrays.copyOf(bytes, out.getTotalBytesWritten());
  }

  private static void check(JournalEntry entry) {
    if (entry.body().length > MAX_BODY || entry.personal().length > MAX_PERSONAL) {
      throw new IllegalArgumentException(
          "a journal entry has a body of "
              + entry.body().length
              + " and a personal part of "
              + entry.personal().length
              + " bytes: expected at most "
              + MAX_BODY
              + " and "
              + MAX_PERSONAL);
    }
  }
}
