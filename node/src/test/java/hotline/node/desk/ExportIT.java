package hotline.node.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.Samples;
import hotline.node.classification.HandoverState;
import hotline.node.search.TicketIndex;
import hotline.node.store.LinkageStore;
import hotline.node.store.LinkageStore.Direction;
import hotline.node.store.LinkageStore.Handover;
import hotline.node.ticket.TicketId;
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
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
  @Requirement({"SEC-01", "TOP-16", "ABU-01", "EMG-02", "LIF-13"})
  void whatASupervisorKeepsAnEyeOnIsExportedWithNumbersHidden() throws Exception {
    String phone = "13812340007";
    String call = missedCall("last", phone, Instant.now());
    String earlier =
        missedCall("reported-later", "13812340008", Instant.now().minus(Duration.ofHours(2)));
    assertThat(text(http.bytes("duban", "/api/calls/export?format=CSV&handling=ABANDONED")))
        .startsWith("\uFEFF通话编号,")
        .containsSubsequence(call, "138****0007", "未接通", earlier)
        .doesNotContain(phone)
        .endsWith("导出完毕，共 2 条\r\n");
    assertThat(text(http.bytes("duban", "/api/calls/export?format=CSV&handling=TICKET")))
        .endsWith("导出完毕，共 0 条\r\n");
    assertThat(text(http.bytes("huawu", "/api/call-backs/export?format=CSV")))
        .startsWith("\uFEFF通话编号,热线号码,来电号码,")
        .contains(call, "138****0007", "待回拨")
        .doesNotContain(phone)
        .endsWith("导出完毕，共 2 条\r\n");
    assertThat(text(http.bytes("duban", "/api/call-backs/export?format=CSV&state=DONE")))
        .endsWith("导出完毕，共 0 条\r\n");

    http.post(
        "huawu",
        "/api/abuse-cases",
        Map.of("ground", "HARASSMENT", "evidence", "用 " + phone + " 连续辱骂", "phone", phone));
    assertThat(text(http.bytes("duban", "/api/abuse-cases/export?format=CSV")))
        .startsWith("\uFEFF编号,情形,经过,")
        .contains("用 138****0007 连续辱骂")
        .doesNotContain(phone)
        .endsWith("导出完毕，共 1 条\r\n");
    assertThat(text(http.bytes("duban", "/api/abuse-cases/export?format=CSV&restricted=true")))
        .endsWith("导出完毕，共 0 条\r\n");

    handedOver(2, "报警人 " + phone);
    assertThat(text(http.bytes("duban", "/api/handovers/export?format=CSV&number=110")))
        .startsWith("\uFEFF移送编号,方向,对方号码,")
        .contains("报警人 138****0007")
        .doesNotContain(phone)
        .endsWith("导出完毕，共 2 条\r\n");
    assertThat(text(http.bytes("duban", "/api/handovers/export?format=CSV&state=TAKEN")))
        .endsWith("导出完毕，共 0 条\r\n");

    assertThat(text(http.bytes("duban", "/api/clearing/export?format=CSV&month=2020-01")))
        .isEqualTo("\uFEFF月份,单位代码,单位,超过时限未办结,挂账到期未办结\r\n导出完毕，共 0 条\r\n");
    for (String list : List.of("calls", "call-backs", "abuse-cases", "handovers", "clearing")) {
      assertThat(http.get("shenji", "/api/" + list + "/export").status()).as(list).isEqualTo(403);
    }
  }

  @Test
  void aUnitSeesItsOwnMonthOnly() throws Exception {
    overdueInJanuary();
    String path = "/api/clearing/export?format=CSV&month=2026-01";
    assertThat(text(http.bytes("duban", path))).contains("CGJ").endsWith("导出完毕，共 1 条\r\n");
    assertThat(text(http.bytes("unit-CGJ", path))).endsWith("导出完毕，共 1 条\r\n");
    assertThat(text(http.bytes("unit-RSJ", path))).endsWith("导出完毕，共 0 条\r\n");
  }

  @Test
  @Requirement("SEC-03")
  void whoLeavesAnExportStopsItAndTheOnesThatWaitGoOn() throws Exception {
    manyAuditEntries();
    String path = "/api/audit/export?format=CSV&action=FILLER";
    List<InputStream> running = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      running.add(http.stream("shenji", path).get(60, TimeUnit.SECONDS));
    }
    CompletableFuture<InputStream> waiting = http.stream("shenji", path);
    CompletableFuture<InputStream> last =
        http.stream("shenji", "/api/audit/export?format=CSV&username=nobody");

    await().atMost(Duration.ofSeconds(30)).until(() -> ofFiller("EXPORT") == 4);
    if (!waiting.cancel(true)) {
      waiting.get().close();
    }
    for (InputStream each : running) {
      each.close();
    }

    assertThat(text(last.get(60, TimeUnit.SECONDS).readAllBytes())).endsWith("导出完毕，共 0 条\r\n");
    await().atMost(Duration.ofSeconds(60)).until(() -> ofFiller("EXPORT_BROKEN") == 4);
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

  private static String missedCall(String id, String caller, Instant at) {
    String key =
        http.post(
                "admin",
                "/api/api-clients",
                Map.of("kind", "TELEPHONY", "name", "话务平台", "scope", List.of()))
            .text("key");
    Map<String, Object> ended =
        Map.of(
            "eventId",
            "export-" + id,
            "callId",
            "export-" + id,
            "type",
            "ENDED",
            "at",
            at.atOffset(ZoneOffset.UTC).toString(),
            "direction",
            "INBOUND",
            "line",
            "12345",
            "caller",
            caller);
    assertThat(http.withKey(key, "POST", "/api/telephony/events", ended).status()).isEqualTo(200);
    return "621000:export-" + id;
  }

  private static void handedOver(int times, String reason) {
    TicketId ticket =
        TicketId.parse(
            String.valueOf(http.get("duban", "/api/tickets").list("items").get(0).get("id")));
    for (int i = 0; i < times; i++) {
      Handover failed =
          new Handover(
              "export-" + i,
              Direction.OUT,
              "110",
              ticket,
              null,
              null,
              false,
              HandoverState.FAILED,
              1,
              null,
              reason,
              null,
              "huawu",
              Instant.now(),
              null,
              null);
      node.bean(Transactions.class).run(tx -> node.bean(LinkageStore.class).insert(tx, failed));
    }
  }

  private static void overdueInJanuary() throws SQLException {
    execute(
        "UPDATE assignment SET due_at = "
            + ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("2026-01-15T00:00:00Z"))
            + " ORDER BY id LIMIT 1");
  }

  /** More than fits into what lies between a reader and a writer. */
  private static void manyAuditEntries() throws SQLException {
    execute(
        "INSERT INTO audit (at, username, action, subject, detail)"
            + " VALUES (NOW(), 'filler', 'FILLER', '', REPEAT('x', 500))");
    for (int i = 0; i < 16; i++) {
      execute(
          "INSERT INTO audit (at, username, action, subject, detail)"
              + " SELECT at, username, action, subject, detail FROM audit WHERE action = 'FILLER'");
    }
  }

  private static long ofFiller(String action) {
    return http.get("shenji", "/api/audit?action=" + action + "&size=200").list("items").stream()
        .filter(entry -> String.valueOf(entry.get("detail")).contains("action=FILLER"))
        .count();
  }

  private static void execute(String sql) throws SQLException {
    node.bean(Transactions.class)
        .<SQLException>run(
            tx -> {
              try (Statement statement = tx.connection().createStatement()) {
                statement.executeUpdate(sql);
              }
            });
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
