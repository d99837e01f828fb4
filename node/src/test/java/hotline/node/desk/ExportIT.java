package hotline.node.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.Samples;
import hotline.node.search.TicketIndex;
import hotline.requirements.Requirement;
import hotline.sync.Transactions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists as files, and who took them. */
class ExportIT {

  private static final int TICKETS = 12;

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.withUsers(folder, Clock.systemUTC());
    http = node.http();
    for (int i = 0; i < TICKETS; i++) {
      Samples.dispatched(node);
    }
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Requirement({"SEC-01", "SEC-03"})
  void aListIsExportedWholeMaskedAndOnTheRecord() throws Exception {
    String csv = text(http.bytes("duban", "/api/tickets/export?format=CSV&state=IN_HANDLING"));

    assertThat(csv.lines().toList()).hasSize(TICKETS + 2);
    assertThat(csv)
        .startsWith("\uFEFF工单编号,标题,")
        .endsWith("导出完毕，共 " + TICKETS + " 条\r\n")
        .contains("王**", "199****0001")
        .doesNotContain("王测试", "19900000001", "某小区");
    List<Map<String, Object>> entries =
        http.get("shenji", "/api/audit?username=duban").list("items");
    assertThat(entries)
        .anySatisfy(
            entry -> {
              assertThat(entry.get("action")).isEqualTo("EXPORT");
              assertThat(entry.get("detail")).asString().contains("CSV", "state=IN_HANDLING");
            })
        .anySatisfy(
            entry -> {
              assertThat(entry.get("action")).isEqualTo("EXPORTED");
              assertThat(entry.get("detail")).asString().contains("rows=" + TICKETS);
            });
  }

  @Test
  void aWorkbookHoldsTheSameAndAlsoWhatOnlyTheIndexFinds() throws Exception {
    await().atMost(Duration.ofSeconds(30)).until(() -> node.bean(TicketIndex.class).complete());

    byte[] workbook = http.bytes("duban", "/api/tickets/export?q=%E8%B7%AF%E7%81%AF");

    assertThat(rowsOf(workbook)).isEqualTo(TICKETS + 1);
  }

  @Test
  void aUnitExportsItsOwnWorkOnly() throws Exception {
    assertThat(text(http.bytes("unit-CGJ", "/api/assignments/export?format=CSV")))
        .endsWith("导出完毕，共 " + TICKETS + " 条\r\n");
    assertThat(text(http.bytes("unit-RSJ", "/api/assignments/export?format=CSV")))
        .endsWith("导出完毕，共 0 条\r\n");
  }

  @Test
  @Requirement({"SEC-01", "SEC-03"})
  void allLongListsAreExportedByThoseWhoMaySeeThem() throws Exception {
    for (String target : new String[] {"CGJ", "CGJ", "RSJ"}) {
      assertThat(
              http.post(
                      "duban",
                      "/api/supervisions",
                      Map.of(
                          "target",
                          Map.of("kind", "UNIT", "code", target),
                          "tool",
                          "NOTICE",
                          "demand",
                          "请尽快联系 19912345678 处理"))
                  .status())
          .isEqualTo(201);
    }

    String all = text(http.bytes("duban", "/api/supervisions/export?format=CSV&state=ISSUED"));
    assertThat(all)
        .startsWith("\uFEFF督办编号,立项节点,")
        .endsWith("导出完毕，共 3 条\r\n")
        .contains("199****5678")
        .doesNotContain("19912345678");
    assertThat(text(http.bytes("duban", "/api/supervisions/export?format=CSV&target=RSJ")))
        .endsWith("导出完毕，共 1 条\r\n");
    assertThat(text(http.bytes("unit-CGJ", "/api/supervisions/export?format=CSV")))
        .as("a unit's own only")
        .endsWith("导出完毕，共 2 条\r\n");
    assertThat(text(http.bytes("duban", "/api/calls/export?format=CSV")))
        .startsWith("\uFEFF通话编号,")
        .endsWith("导出完毕，共 0 条\r\n");
    assertThat(text(http.bytes("shenji", "/api/audit/export?format=CSV&action=EXPORT")))
        .contains("duban", "督办")
        .containsPattern("导出完毕，共 [0-9]+ 条");
    assertThat(text(http.bytes("duban", "/api/notices/export?format=CSV")))
        .startsWith("\uFEFF编号,工单编号,种类,")
        .containsPattern("导出完毕，共 [0-9]+ 条");
    assertThat(text(http.bytes("shenhe", "/api/knowledge/entries/export?format=CSV")))
        .startsWith("\uFEFF编号,问题,答复,")
        .containsPattern("导出完毕，共 [0-9]+ 条");
    assertThat(http.get("duban", "/api/audit/export?format=CSV").status()).isEqualTo(403);
    assertThat(http.get("huawu", "/api/supervisions/export?format=CSV").status()).isEqualTo(403);
  }

  @Test
  void listsOfTheAdministrationAreExportedByThoseWhoMaySeeThem() throws Exception {
    assertThat(text(http.bytes("admin", "/api/units/export?format=CSV")))
        .startsWith("\uFEFF代码,名称,归口职能,")
        .contains("CGJ,")
        .containsPattern("导出完毕，共 [1-9][0-9]* 条");
    assertThat(http.get("paidan", "/api/units/export").status()).isEqualTo(403);
  }

  @Test
  void anExportThatBreaksOffDoesNotArriveAsAWholeFile() throws Exception {
    byte[] whole = imageOfTheOldest();
    setImageOfTheOldest(new byte[] {1});
    try {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(
              () -> http.bytes("duban", "/api/tickets/export?format=CSV&state=IN_HANDLING"));
    } finally {
      setImageOfTheOldest(whole);
    }
    // a client whose connection is cut before a byte arrived may ask once more by itself
    assertThat(http.get("shenji", "/api/audit?action=EXPORT_BROKEN").list("items")).isNotEmpty();
  }

  private static byte[] imageOfTheOldest() throws SQLException {
    return node.bean(Transactions.class)
        .<byte[], SQLException>call(
            tx -> {
              try (Statement statement = tx.connection().createStatement();
                  ResultSet row =
                      statement.executeQuery("SELECT image FROM ticket ORDER BY id LIMIT 1")) {
                row.next();
                return row.getBytes(1);
              }
            });
  }

  private static void setImageOfTheOldest(byte[] image) throws SQLException {
    node.bean(Transactions.class)
        .<SQLException>run(
            tx -> {
              try (PreparedStatement statement =
                  tx.connection()
                      .prepareStatement("UPDATE ticket SET image = ? ORDER BY id LIMIT 1")) {
                statement.setBytes(1, image);
                statement.executeUpdate();
              }
            });
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  private static int rowsOf(byte[] workbook) throws IOException {
    // read by its directory, as spreadsheets do
    Path file = Files.createTempFile("workbook", ".xlsx");
    try {
      Files.write(file, workbook);
      try (ZipFile zip = new ZipFile(file.toFile());
          InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
        return text(in.readAllBytes()).split("<row ", -1).length - 1;
      }
    } finally {
      Files.delete(file);
    }
  }
}
