package hotline.local.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvAppealsTest {

  private static final String HEADER = "编号,诉求人,标题,时间,内容\n";

  @TempDir Path folder;

  private final List<CsvMessage> messages = new ArrayList<>();
  private final List<BadRow> badRows = new ArrayList<>();

  @Test
  void columnsAreFoundByEnglishHeadersInAnyOrderAndUnknownOnesAreLeftOut() throws IOException {
    read("likes,detail,subject,created_at,user_id,msg_id\n3,路灯不亮,反映路灯,2026-03-01 08:00:00,U1,7\n");

    assertThat(messages)
        .containsExactly(
            new CsvMessage(
                "7", "U1", null, "反映路灯", "路灯不亮", LocalDateTime.of(2026, 3, 1, 8, 0), null, 2));
    assertThat(badRows).isEmpty();
  }

  @Test
  void aCellMayHoldLineBreaksQuotesAndCommas() throws IOException {
    read(
        HEADER
            + "1,甲,\"标题,有逗号\",2026/3/1 8:05,\"第一行\n第二行说“好”,\"\"引号\"\"\"\n2,乙,后一件,2026-03-02,内容\n");

    assertThat(messages)
        .extracting(CsvMessage::content)
        .containsExactly("第一行\n第二行说“好”,\"引号\"", "内容");
    assertThat(messages).extracting(CsvMessage::title).containsExactly("标题,有逗号", "后一件");
    assertThat(messages).extracting(CsvMessage::line).containsExactly(2L, 4L);
  }

  @Test
  void gbkAndUtf8WithAByteOrderMarkAreRead() throws IOException {
    String text = HEADER + "1,甲,停水,2026-03-01 08:00,小区停水两天\n";
    read(text, Charset.forName("GBK"));
    read("\uFEFF" + text, StandardCharsets.UTF_8);
    read("\uFEFF" + text, StandardCharsets.UTF_16LE);

    assertThat(messages).hasSize(3).extracting(CsvMessage::content).containsOnly("小区停水两天");
    assertThat(messages).extracting(CsvMessage::id).containsOnly("1");
  }

  @Test
  void aMissingRequiredColumnNamesWhatIsWantedAndTheHeadersFound() {
    assertThatThrownBy(() -> read("编号,标题,备注\n1,a,b\n"))
        .isInstanceOf(CsvFormatException.class)
        .hasMessageContaining("内容")
        .hasMessageContaining("编号、标题、备注");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(CsvFormatException.class)
        .hasMessageContaining("表头");
  }

  @Test
  void aBadRowIsReportedWithLineAndColumnAndTheRestIsRead() throws IOException {
    read(HEADER + "1,甲,好,昨天下午,内容一\n,乙,无编号,2026-03-01,内容二\n3,丙,少一列\n4,丁,好,2026-03-01,内容四\n");

    assertThat(messages).extracting(CsvMessage::id).containsExactly("4");
    assertThat(badRows).extracting(BadRow::line).containsExactly(2L, 3L, 4L);
    assertThat(badRows.get(0).describe()).contains("第 2 行", "时间", "昨天下午", "2026-11-21");
    assertThat(badRows.get(1).column()).isEqualTo("编号");
    assertThat(badRows.get(2).describe()).contains("3 列", "5 列");
  }

  @Test
  void aCellLongerThanANodeTakesIsReported() throws IOException {
    read(HEADER + "1,%s,停水,2026-03-01,小区停水\n".formatted("甲".repeat(51)));

    assertThat(messages).isEmpty();
    assertThat(badRows)
        .singleElement()
        .extracting(BadRow::describe)
        .asString()
        .contains("诉求人", "51 个字", "不超过 50 个字");
  }

  @Test
  void aRowThatCannotBeDecodedIsReported() throws IOException {
    Path file = folder.resolve("broken.csv");
    byte[] good = (HEADER + "1,甲,停水,2026-03-01,小区停水\n2,乙,").getBytes(StandardCharsets.UTF_8);
    byte[] bad = {(byte) 0xFF, (byte) 0xFF};
    byte[] rest = ",2026-03-01,内容\n".getBytes(StandardCharsets.UTF_8);
    try (var out = Files.newOutputStream(file)) {
      out.write(good);
      out.write(bad);
      out.write(rest);
    }
    readFile(file);

    assertThat(messages).extracting(CsvMessage::id).containsExactly("1");
    assertThat(badRows).singleElement().extracting(BadRow::column).isEqualTo("标题");
  }

  @Test
  void withoutATitleTheFirstSentenceOfTheContentIsTheTitle() throws IOException {
    read("编号,内容\n1,巷口路灯坏了三盏。晚上看不清路。\n");

    assertThat(messages).extracting(CsvMessage::title).containsExactly("巷口路灯坏了三盏");
  }

  private void readFile(Path file) throws IOException {
    try {
      new CsvAppeals(file)
          .read(
              new CsvAppeals.Rows() {
                @Override
                public boolean message(CsvMessage message) {
                  messages.add(message);
                  return true;
                }

                @Override
                public void badRow(BadRow row) {
                  badRows.add(row);
                }
              });
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void read(String text) throws IOException {
    read(text, StandardCharsets.UTF_8);
  }

  private void read(String text, Charset charset) throws IOException {
    Path file = folder.resolve("messages-" + charset + ".csv");
    Files.write(file, text.getBytes(charset));
    readFile(file);
  }
}
