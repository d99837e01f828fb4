package hotline.node.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as files, and what becomes of those that break off. */
class TablesTest {

  private final ExecutorService threads = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void aCsvFileSaysAtItsEndHowManyRowsItHas() throws IOException {
    String csv = csv(Arrays.asList("甲", null), List.of("含,逗号", "含\"引号\"\n和换行"));

    assertThat(csv)
        .isEqualTo("\uFEFF编号,内容\r\n甲,\r\n\"含,逗号\",\"含\"\"引号\"\"\n和换行\"\r\n导出完毕，共 2 条\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1+1", " =1+1", "＝1"})
  void whatASpreadsheetWouldCarryOutIsText(String formula) throws IOException {
    assertThat(csv(List.of("x", formula))).contains("x,'");
  }

  @Test
  void aWorkbookHasItsRowsInItselfAndIsWhole() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableWriter table = ExportFormat.XLSX.open(out, "工单", List.of("编号", "内容"));
    for (int i = 0; i < 1200; i++) {
      table.row(List.of("T" + i, "第 " + i + " 行 <&> \u0001𠮷"));
    }
    table.finish();

    String sheet = sheetOf(out.toByteArray());
    assertThat(sheet).contains("T0<", "T1199<", "1199 &#x884c; &lt;&amp;&gt; &#x20bb7;<");
  }

  @Test
  void aFileThatBreaksOffFailsAtTheReaderInsteadOfEnding() throws IOException {
    InputStream stream =
        ExportStream.of(
            threads,
            out -> {
              TableWriter table = ExportFormat.CSV.open(out, "工单", List.of("编号"));
              for (int i = 0; i < 20_000; i++) {
                table.row(List.of("行" + i));
              }
              throw new IllegalStateException("the database has gone");
            });

    assertThatExceptionOfType(IOException.class).isThrownBy(stream::readAllBytes);
  }

  @Test
  void aReaderThatGoesAwayStopsTheWriter() throws Exception {
    InputStream stream =
        ExportStream.of(
            threads,
            out -> {
              while (true) {
                out.write(new byte[10_000]);
              }
            });
    assertThat(stream.readNBytes(1_000_000)).hasSize(1_000_000);

    stream.close();

    // the only thread is free again
    assertThat(threads.submit(() -> "free").get(30, TimeUnit.SECONDS)).isEqualTo("free");
  }

  @Test
  void whatHasToWaitIsWaitedForAndGivenUpWithItsReader() throws Exception {
    CountDownLatch free = new CountDownLatch(1);
    InputStream first = ExportStream.of(threads, out -> waitFor(free));
    AtomicBoolean written = new AtomicBoolean();
    InputStream givenUp =
        ExportStream.of(
            threads,
            out -> {
              out.flush();
              written.set(true);
            });
    InputStream waiting = ExportStream.of(threads, out -> out.write(new byte[10]));

    givenUp.close();
    free.countDown();

    assertThat(first.readAllBytes()).isEmpty();
    assertThat(waiting.readAllBytes()).hasSize(10);
    assertThat(written).isFalse();
    assertThatExceptionOfType(IOException.class).isThrownBy(givenUp::read);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @SafeVarargs
  private static String csv(List<String>... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableWriter table = ExportFormat.CSV.open(out, "工单", List.of("编号", "内容"));
    for (List<String> row : rows) {
      table.row(row);
    }
    table.finish();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String sheetOf(byte[] workbook) throws IOException {
    // read by its directory, as spreadsheets do
    Path file = Files.createTempFile("workbook", ".xlsx");
    try {
      Files.write(file, workbook);
      try (ZipFile zip = new ZipFile(file.toFile());
          InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } finally {
      Files.delete(file);
    }
  }
}
