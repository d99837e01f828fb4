package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordPackerTest {

  @Test
  void manyEntriesFillFewRowsInOrder() throws Exception {
    List<byte[]> rows =
        RecordPacker.pack(
            Collections.nCopies(1000, JournalEntry.uplink(new byte[420], new byte[0])), 1);
    assertThat(rows).hasSizeLessThan(6);
    int records = 0;
    for (byte[] row : rows) {
      assertThat(row).hasSizeLessThan(200_000);
      records += PackedRecords.of(row).count();
    }
    assertThat(records).isEqualTo(1000);
  }

  @Test
  void anEntryThatIsTooLargeIsRefusedWithItsSize() {
    JournalEntry large = JournalEntry.uplink(new byte[RecordPacker.MAX_BODY + 1], new byte[0]);
    assertThatThrownBy(() -> RecordPacker.pack(List.of(large), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1048577");
  }

  @Test
  void theLargestEntryIsARowOfItsOwn() throws Exception {
    JournalEntry largest =
        JournalEntry.uplink(new byte[RecordPacker.MAX_BODY], new byte[RecordPacker.MAX_PERSONAL]);
    List<byte[]> rows = RecordPacker.pack(List.of(largest, Toy.entry("small"), largest), 1);
    assertThat(rows).hasSize(2);
    assertThat(PackedRecords.of(rows.get(1)).count()).isEqualTo(2);
  }
}
