package hotline.node.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.requirements.Requirement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What sorts of nodes and lines a city has, under one policy and under another. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CityFormsIT {

  /** Changzhou's, as if it were still in force. */
  private static final String CHANGZHOU =
      """
      name: changzhou-again
      source: 常政办发〔2016〕58号
      effective-from: 2016-05-01
      repealed-on: ~
      extends: changzhou
      """;

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.withUsers(folder, Clock.systemUTC());
    http = node.http();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Order(1)
  @Requirement("TOP-17")
  void aNodeIsEnrolledUnderANameOfTheRulesFormOnly() {
    assertThat(enrol("621021", "庆城县政务热线", "DISTRICT", Map.of()).text("detail"))
        .contains("全称应符合", "庆城县政务热线");
    assertThat(
            enrol("621021", "庆城县12345政务服务便民热线", "DISTRICT", Map.of("shortName", "庆城县热线"))
                .text("detail"))
        .contains("简称应符合", "庆城县热线");
    assertThat(enrol("621000F02", "市公积金热线", "SUB_CENTER", Map.of()).status()).isEqualTo(400);

    assertThat(enrol("621021", "庆城县12345政务服务便民热线", "DISTRICT", Map.of()).status()).isEqualTo(200);
    assertThat(enrol("621000F02", "庆阳市12345热线公积金分中心", "SUB_CENTER", Map.of()).status())
        .isEqualTo(200);
    assertThat(enrol("621022", "环县承接平台", "DISTRICT", Map.of("kind", "RECEIVER")).status())
        .as("a platform that only receives is no hotline and named freely")
        .isEqualTo(200);
    Map<String, Object> self = http.get("admin", "/api/reference").map("node");
    assertThat(self)
        .containsEntry("name", "庆阳市12345政务服务便民热线")
        .containsEntry("shortName", "庆阳市12345热线")
        .containsEntry("kind", "CENTER");
  }

  @Test
  @Order(2)
  @Requirement("TOP-17")
  void aNodeDoesNotStartUnderANameThatIsNotOfTheForm(@TempDir Path folder) {
    assertThatThrownBy(
            () ->
                EmbeddedNode.start(
                        folder, Clock.systemUTC(), Map.of("hotline.node.name", "庆阳市民服务热线"))
                    .close())
        .hasStackTraceContaining("全称应符合")
        .hasStackTraceContaining("庆阳市民服务热线");
    assertThatThrownBy(
            () ->
                EmbeddedNode.start(
                        folder, Clock.systemUTC(), Map.of("hotline.node.short-name", "便民热线"))
                    .close())
        .hasStackTraceContaining("简称应符合");
  }

  @Test
  @Order(3)
  @Requirement("TOP-13")
  void whereThePolicyWantsItABranchHasTwoManagersOfWhichTheDistrictLeads() {
    Answer activated =
        http.post(
            "admin", "/api/policies", Map.of("text", CHANGZHOU, "newest", 1, "reason", "按常州方案"));
    assertThat(activated.status()).as("%s", activated.body()).isLessThan(300);

    assertThat(enrol("320481", "溧阳市12345中心", "DISTRICT", Map.of()).status())
        .as("a center of its own is managed by its own government alone")
        .isEqualTo(200);
    assertThat(enrol("320400J01", "金坛分中心", "SUB_CENTER", Map.of()).text("detail")).contains("双重管理");
    List<Map<String, Object>> nobodyLeads =
        List.of(Map.of("body", "金坛区政府", "leads", false), Map.of("body", "市政管办", "leads", false));
    assertThat(
            enrol("320400J01", "金坛分中心", "SUB_CENTER", Map.of("managers", nobodyLeads))
                .text("detail"))
        .contains("为主");
    List<Map<String, Object>> both =
        List.of(Map.of("body", "市政管办", "leads", false), Map.of("body", "金坛区政府", "leads", true));
    assertThat(enrol("320400J01", "金坛分中心", "SUB_CENTER", Map.of("managers", both)).status())
        .isEqualTo(200);
    assertThat(enrol("320411", "新北区承接平台", "DISTRICT", Map.of("kind", "RECEIVER")).status())
        .isEqualTo(200);
    assertThat(http.get("shenji", "/api/audit?subject=320400J01").list("items").toString())
        .contains("ENROL_NODE", "SUB_CENTER");
  }

  @Test
  @Order(4)
  @Requirement({"TOP-19", "POL-02"})
  void aLineOfTheSecondClassIsKeptWorksByItsDepartmentAndIsAssessedByTheHub() {
    http.post(
        "admin",
        "/api/lines",
        Map.of("number", "12315", "name", "消费者热线", "purpose", "投诉", "establishedOn", "2000-01-01"));
    Answer merged =
        http.post(
            "admin",
            "/api/lines/12315/merge",
            Map.of("mode", "ON_SITE_ZONE", "department", "SCJ", "basis", "常政办发〔2016〕58号"));
    assertThat(merged.text("modeLabel")).isEqualTo("进驻专区");
    assertThat(http.post("admin", "/api/lines/12315/cancel", Map.of("basis", "批复")).text("detail"))
        .as("not withdrawn")
        .contains("予以保留");
    Answer managed =
        http.post(
            "admin",
            "/api/lines/12315/managers",
            Map.of(
                "basis",
                "常政办发〔2016〕58号",
                "managers",
                List.of(
                    Map.of("body", "市市场监管局", "leads", false),
                    Map.of("body", "市政管办", "leads", true))));
    assertThat(managed.list("managers").get(0)).containsEntry("body", "市政管办");

    String exchange = key("TELEPHONY", List.of());
    assertThat(
            http.withKey(exchange, "POST", "/api/telephony/route", Map.of("line", "12315"))
                .text("action"))
        .as("it rings at its own desk")
        .isEqualTo("ANSWER");
    report(exchange, "to-hub", "12315", "12345");
    report(exchange, "to-line", "12345", "12315");
    for (String call : List.of("to-hub", "to-line")) {
      assertThat(http.get("huawu", "/api/calls/621000:" + call).text("handling"))
          .isEqualTo("TRANSFERRED");
    }

    String key = key("EXCHANGE", List.of("12315"));
    String path = "/api/exchange/lines/12315/tickets";
    Map<String, Object> first = push(1, "REGISTERED", null);
    first.put(
        "appeal",
        Map.of(
            "channel", "PHONE",
            "category", "COMPLAINT",
            "title", "退货被拒",
            "content", "商家拒绝七日内退货",
            "region", "621002",
            "place", "南大街",
            "requester", Map.of("name", "测试人", "phone", "13700000001")));
    String ticket = http.withKey(key, "POST", path, first).text("ticketId");
    http.withKey(key, "POST", path, push(2, "SIGNED_FOR", "已联系"));
    http.withKey(key, "POST", path, push(3, "REPLIED", "商家已退货"));
    http.post(
        "huifang",
        "/api/tickets/" + ticket + "/follow-up",
        Map.of("channel", "CALL", "satisfaction", "SATISFIED", "solved", true));
    String month = YearMonth.now(ZoneId.of("Asia/Shanghai")).toString();
    assertThat(http.get("duban", "/api/assessment?month=" + month).list("list"))
        .filteredOn(unit -> "SCJ".equals(unit.get("code")))
        .singleElement()
        .satisfies(
            unit ->
                assertThat(String.valueOf(unit.get("numbers")))
                    .contains("volume=1", "repliedInTime=1", "satisfied=1"));
  }

  @Test
  @Order(5)
  @Requirement({"TOP-11", "TOP-12", "POL-03"})
  void belowTheLastTierOfThePolicyNoNodeIsEnrolled() {
    String only =
        CHANGZHOU.replace("changzhou-again", "one-tier") + "organisation:\n  tiers: [市]\n";
    http.post("admin", "/api/policies", Map.of("text", only, "newest", 2, "reason", "试验"));

    assertThat(enrol("320413", "金坛区12345中心", "DISTRICT", Map.of()).text("detail")).contains("已是末级");
  }

  private static Map<String, Object> push(int sequence, String kind, @Nullable String text) {
    Map<String, Object> push = new HashMap<>();
    push.put("number", "XF-1");
    push.put("sequence", sequence);
    push.put("kind", kind);
    if (text != null) {
      push.put("text", text);
    }
    return push;
  }

  private static void report(String key, String call, String line, String to) {
    Answer answer =
        http.withKey(
            key,
            "POST",
            "/api/telephony/events",
            Map.of(
                "eventId",
                "e-" + call,
                "callId",
                call,
                "type",
                "TRANSFERRED",
                "at",
                "2026-01-05T10:00:00+08:00",
                "line",
                line,
                "caller",
                "13800001111",
                "targetKind",
                "LINE",
                "targetCode",
                to));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  private static String key(String kind, List<String> scope) {
    return http.post(
            "admin", "/api/api-clients", Map.of("kind", kind, "name", "系统", "scope", scope))
        .text("key");
  }

  private static Answer enrol(String code, String name, String tier, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("code", code);
    body.put("name", name);
    body.put("tier", tier);
    return http.post("admin", "/api/enrolments", body);
  }
}
