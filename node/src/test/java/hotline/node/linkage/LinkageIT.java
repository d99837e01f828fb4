package hotline.node.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.MovableClock;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.requirements.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Matters go to emergency numbers and utilities and come from them, by their platforms. */
class LinkageIT {

  private static final String PEER = "091112345";

  private static final MovableClock CLOCK = new MovableClock();

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  /** Of the telephone exchange. */
  @SuppressWarnings("NullAway.Init")
  private static String exchange;

  private static final Map<String, String> keys = new HashMap<>();

  private static int number;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    node =
        EmbeddedNode.withUsers(
            folder, CLOCK, Map.of("hotline.node.units", unitsAndAPeer(folder).toString()));
    http = node.http();
    exchange =
        http.post(
                "admin",
                "/api/api-clients",
                Map.of("kind", "TELEPHONY", "name", "话务平台", "scope", List.of()))
            .text("key");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Requirement({"EMG-01", "EMG-03", "EMG-04"})
  void aCallForHelpGoesToThePoliceInACallOfThreeWithItsRecordAndTheySayWhatBecameOfIt() {
    String call = answered();
    String ticket = accepted(call);
    Answer passed = transfer(call, "EMERGENCY", "110", ticket);
    assertThat(passed.status()).as("%s", passed.body()).isEqualTo(200);

    Map<String, Object> waiting = waitingAt("110", ticket);
    assertThat(waiting)
        .containsEntry("threeParty", true)
        .containsEntry("reason", "持刀威胁")
        .containsEntry("requesterPhone", phone());
    assertThat(String.valueOf(waiting.get("content"))).contains("有人持刀");
    assertThat(http.get("shenji", "/api/audit?subject=" + ticket).list("items"))
        .as("whoever was shown the number is on the record")
        .anySatisfy(entry -> assertThat(entry).containsEntry("action", "SHARE_PERSONAL"));

    report(call, "THREE_PARTY_JOINED", "EMERGENCY", "110");
    String id = String.valueOf(waiting.get("id"));
    assertThat(at("110", "POST", id + "/acknowledge", Map.of("theirNumber", "JQ-1")).text("state"))
        .isEqualTo("TAKEN");
    assertThat(at("110", "POST", id + "/feedback", Map.of("text", "民警已到场处置")).text("state"))
        .isEqualTo("ANSWERED");

    Answer heard = http.get("huawu", "/api/calls/621000:" + call);
    assertThat(heard.text("handling")).isEqualTo("THREE_PARTY");
    assertThat(heard.text("ticketId")).isEqualTo(ticket);
    Answer seen = http.get("huawu", "/api/tickets/" + ticket);
    assertThat(seen.list("emergencyTransfers"))
        .extracting(transfer -> transfer.get("connected"))
        .containsExactly(false, true, true);
    assertThat(seen.list("emergencyTransfers").toString()).contains("民警已到场处置");
    assertThat(handover(ticket)).containsEntry("theirNumber", "JQ-1").containsEntry("attempts", 1);
  }

  @Test
  @Requirement({"EMG-03", "EMG-01"})
  void whatDoesNotGetThereIsShownAtTheDeskAndTriedAgain() {
    String call = answered();
    String ticket = accepted(call);
    transfer(call, "EMERGENCY", "119", ticket);
    long before = open();
    report(call, "THREE_PARTY_FAILED", "EMERGENCY", "119");

    assertThat(open()).isEqualTo(before + 1);
    assertThat(openTickets()).contains(ticket);
    assertThat(http.get("huawu", "/api/call-backs?size=200").toString())
        .as("the caller is owed a call as well")
        .contains("621000:" + call);
    String id = String.valueOf(handover(ticket).get("id"));
    assertThat(http.post("shenhe", "/api/handovers/" + id + "/retry", note("再试")).status())
        .isEqualTo(403);
    Answer again = http.post("huawu", "/api/handovers/" + id + "/retry", note("改由平台移送"));
    assertThat(again.text("state")).isEqualTo("WAITING");
    assertThat(again.text("attempts")).isEqualTo("2");
    assertThat(http.post("huawu", "/api/handovers/" + id + "/retry", note("再试")).status())
        .as("what has just been sent is not sent again")
        .isEqualTo(409);

    Map<String, Object> taken = Map.of("theirNumber", "XF-1");
    assertThat(at("119", "POST", id + "/acknowledge", taken).status()).isEqualTo(200);
    assertThat(at("119", "POST", id + "/acknowledge", taken).status())
        .as("safe to repeat")
        .isEqualTo(200);
    assertThat(openTickets()).doesNotContain(ticket);
  }

  @Test
  @Requirement({"EMG-01", "EMG-03"})
  void whatIsTurnedDownOrLeftLyingComesBackToTheDeskAndIsSettledByPhone() {
    String declined = accepted(null);
    String lying = accepted(null);
    handOut("120", declined);
    handOut("120", lying);
    assertThat(
            http.post(
                    "huawu",
                    "/api/handovers",
                    Map.of("number", "120", "ticketId", lying, "reason", "再来一次"))
                .status())
        .isEqualTo(409);
    String id = String.valueOf(handover(declined).get("id"));
    assertThat(at("120", "POST", id + "/refuse", Map.of("reason", "非急救事项")).text("state"))
        .isEqualTo("FAILED");
    assertThat(openTickets()).contains(declined).doesNotContain(lying);

    CLOCK.putForward(Duration.ofMinutes(6));

    assertThat(openTickets()).contains(declined, lying);
    for (String ticket : List.of(declined, lying)) {
      String path = "/api/handovers/" + handover(ticket).get("id") + "/by-phone";
      assertThat(http.post("huawu", path, note("已与120调度电话确认")).text("state")).isEqualTo("TAKEN");
    }
    assertThat(openTickets()).doesNotContain(declined, lying);
  }

  @Test
  @Requirement({"EMG-01", "EMG-03"})
  void thePoliceHandBackWhatIsNoEmergencyAndSeeWhatCameOfIt() {
    Map<String, Object> body = handIn("JQ-9001");
    Answer handed = at("110", "POST", null, body);
    assertThat(handed.status()).as("%s", handed.body()).isEqualTo(201);
    String ticket = handed.text("ticketId");
    assertThat(at("110", "POST", null, body).status()).as("once is enough").isEqualTo(200);
    assertThat(handover(ticket))
        .containsEntry("direction", "IN")
        .containsEntry("theirNumber", "JQ-9001")
        .containsEntry("reason", "噪声扰民，不属警情");
    assertThat(http.get("paidan", "/api/tickets/" + ticket).text("channel")).isEqualTo("TRANSFER");

    http.post("huawu", "/api/tickets/" + ticket + "/accept", Map.of());
    http.post("huawu", "/api/tickets/" + ticket + "/answer", Map.of("answer", "已联系施工方停止夜间施工"));

    Answer standing =
        http.withKey(key("110"), "GET", "/api/exchange/linkage/110/appeals/JQ-9001", null);
    assertThat(standing.text("answer")).contains("停止夜间施工");
    assertThat(
            http.withKey(key("119"), "GET", "/api/exchange/linkage/110/appeals/JQ-9001", null)
                .status())
        .isEqualTo(403);
  }

  @Test
  @Requirement({"EMG-02", "EMG-01"})
  void eachEmergencyNumberAndUtilityIsLetInOnItsOwnAndWorksByPhoneUntilThen() {
    utility("12378", "GPSGS");
    utility("96777", "RQGS");
    utility("96999", "GRGS");
    utility("95598", "GDGS");
    for (String one : List.of("110", "119", "120", "122", "12378", "96777", "96999", "95598")) {
      String before = accepted(null);
      handOut(one, before);
      assertThat(
              http.post(
                      "huawu",
                      "/api/handovers/" + handover(before).get("id") + "/by-phone",
                      note("平台尚未对接，电话移送"))
                  .text("state"))
          .as(one)
          .isEqualTo("TAKEN");

      String after = accepted(null);
      handOut(one, after);
      String id = String.valueOf(waitingAt(one, after).get("id"));
      assertThat(at(one, "POST", id + "/acknowledge", Map.of("theirNumber", "N-1")).text("state"))
          .as(one)
          .isEqualTo("TAKEN");
      assertThat(at(one, "POST", null, handIn("B-" + one)).status()).as(one).isEqualTo(201);
    }
    assertThat(at("12395", "POST", null, handIn("B-1")).status())
        .as("no emergency number of this city")
        .isEqualTo(422);
    assertThat(
            http.post(
                    "huawu",
                    "/api/handovers",
                    Map.of("number", "12395", "ticketId", accepted(null), "reason", "水上求助"))
                .status())
        .isEqualTo(422);
  }

  @Test
  @Requirement({"EMG-06", "TOP-21", "EMG-01"})
  void aUtilityAnswersInACallOfThreeAndIsAssessedByIt() {
    utility("95597", "GJGS");
    String call = answered();
    String ticket = accepted(call);
    assertThat(transfer(call, "LINE", "95597", ticket).status()).isEqualTo(200);
    report(call, "THREE_PARTY_JOINED", "LINE", "95597");

    assertThat(http.get("huawu", "/api/calls/621000:" + call).text("handling"))
        .isEqualTo("THREE_PARTY");
    assertThat(http.get("paidan", "/api/tickets/" + ticket).list("orders"))
        .singleElement()
        .satisfies(order -> assertThat(order).containsEntry("state", "SIGNED"));
    String id = String.valueOf(handover(ticket).get("id"));
    at("95597", "POST", id + "/feedback", Map.of("text", "已在通话中答复，当日增开一班"));
    Answer replied = http.get("shenhe", "/api/tickets/" + ticket);
    assertThat(replied.text("state")).isEqualTo("IN_REVIEW");
    String assignment = String.valueOf(replied.list("orders").get(0).get("assignmentId"));
    http.post(
        "shenhe",
        "/api/tickets/" + ticket + "/review",
        Map.of("assignmentId", assignment, "accept", true, "opinion", "同意"));
    http.post(
        "huifang",
        "/api/tickets/" + ticket + "/follow-up",
        Map.of("channel", "CALL", "satisfaction", "SATISFIED", "solved", true));

    String month = YearMonth.from(CLOCK.instant().atZone(ZoneId.of("Asia/Shanghai"))).toString();
    assertThat(http.get("duban", "/api/assessment?month=" + month).list("list"))
        .filteredOn(unit -> "GJGS".equals(unit.get("code")))
        .singleElement()
        .satisfies(
            unit ->
                assertThat(String.valueOf(unit.get("numbers")))
                    .contains("volume=1", "replied=1", "satisfied=1"));
    assertThat(http.get("duban", "/api/handovers/figures?month=" + month).map("95597").toString())
        .contains("handedOut=1", "threeParty=1", "taken=1", "takenInTime=1", "answered=1");
  }

  @Test
  @Requirement("EMG-06")
  void aUtilitysPlatformTakesAndAnswersWhatItsPeopleHaveSignedForAlready() {
    utility("95596", "DXGS");
    String ticket = accepted(null);
    handOut("95596", ticket);
    Map<String, Object> handover = handover(ticket);
    String work = String.valueOf(handover.get("assignmentId")).replace('/', '~');
    assertThat(
            http.post(
                    "unit-DXGS",
                    "/api/assignments/" + work + "/sign-for",
                    Map.of("contactNote", "已电话联系"))
                .status())
        .isEqualTo(200);

    String id = String.valueOf(handover.get("id"));
    assertThat(at("95596", "POST", id + "/acknowledge", Map.of("theirNumber", "D-1")).text("state"))
        .isEqualTo("TAKEN");
    assertThat(at("95596", "POST", id + "/feedback", Map.of("text", "线路已修复")).text("state"))
        .isEqualTo("ANSWERED");
  }

  @Test
  @Requirement("TOP-26")
  void theHotlineOfACityInAnotherProvinceTakesAppealsOverAndHandsThemOverAsAnEqual() {
    utility(PEER, "YA12345");
    String ticket = accepted(null);
    handOut(PEER, ticket);
    String id = String.valueOf(waitingAt(PEER, ticket).get("id"));
    assertThat(at(PEER, "POST", id + "/acknowledge", Map.of("theirNumber", "YA-7")).text("state"))
        .isEqualTo("TAKEN");
    assertThat(at(PEER, "POST", id + "/feedback", Map.of("text", "延安市已核查，当日恢复供水")).text("state"))
        .isEqualTo("ANSWERED");

    Answer replied = http.get("shenhe", "/api/tickets/" + ticket);
    assertThat(replied.text("state"))
        .as("what the peer says is looked at like any reply")
        .isEqualTo("IN_REVIEW");
    assertThat(replied.list("orders").toString()).contains("YA12345", "延安市已核查");

    Answer handed = at(PEER, "POST", null, handIn("YA-8"));
    assertThat(handed.status()).as("%s", handed.body()).isEqualTo(201);
    http.post("huawu", "/api/tickets/" + handed.text("ticketId") + "/accept", Map.of());
    http.post(
        "huawu",
        "/api/tickets/" + handed.text("ticketId") + "/answer",
        Map.of("answer", "庆阳市已派人处理"));
    assertThat(
            http.withKey(key(PEER), "GET", "/api/exchange/linkage/" + PEER + "/appeals/YA-8", null)
                .text("answer"))
        .contains("庆阳市已派人处理");
  }

  /** The city's units, and the hotline of a neighbouring city beyond the province's border. */
  private static Path unitsAndAPeer(Path folder) throws IOException {
    try (InputStream units = LinkageIT.class.getResourceAsStream("/reference/units-city.yml")) {
      String own = new String(units.readAllBytes(), StandardCharsets.UTF_8);
      return Files.writeString(
          folder.resolve("units.yml"),
          own + "- code: YA12345\n  name: 延安市12345热线\n  functions: []\n");
    }
  }

  private static long open() {
    return Long.parseLong(
        String.valueOf(http.get("huawu", "/api/desk").map("counts").get("handoversOpen")));
  }

  private static List<String> openTickets() {
    return http.get("huawu", "/api/handovers?open=true&size=200").list("items").stream()
        .map(handover -> String.valueOf(handover.get("ticketId")))
        .toList();
  }

  private static Map<String, Object> handover(String ticket) {
    return http.get("huawu", "/api/handovers?ticket=" + ticket).list("items").get(0);
  }

  private static void handOut(String to, String ticket) {
    Answer out =
        http.post(
            "huawu", "/api/handovers", Map.of("number", to, "ticketId", ticket, "reason", "请到场处置"));
    assertThat(out.status()).as("%s", out.body()).isEqualTo(201);
  }

  private static Map<String, Object> waitingAt(String at, String ticket) {
    Answer waiting =
        http.withKey(key(at), "GET", "/api/exchange/linkage/" + at + "/handovers", null);
    assertThat(waiting.status()).as("%s", waiting.body()).isEqualTo(200);
    return waiting.list("list").stream()
        .filter(one -> ticket.equals(one.get("ticketId")))
        .findFirst()
        .orElseThrow();
  }

  /** What a platform does to a handover, or hands in where none is named. */
  private static Answer at(
      String platform, String method, @Nullable String handover, Map<String, ?> body) {
    return http.withKey(
        key(platform),
        method,
        "/api/exchange/linkage/"
            + platform
            + (handover == null ? "/appeals" : "/handovers/" + handover),
        body);
  }

  /** Letting a platform in is one key for its number. */
  private static String key(String platform) {
    return keys.computeIfAbsent(
        platform,
        one ->
            http.post(
                    "admin",
                    "/api/api-clients",
                    Map.of("kind", "LINKAGE", "name", one + "平台", "scope", List.of(one)))
                .text("key"));
  }

  private static void utility(String line, String unit) {
    Answer registered =
        http.post(
            "admin",
            "/api/lines",
            Map.of(
                "number",
                line,
                "name",
                "服务热线",
                "purpose",
                "报修",
                "establishedOn",
                "2005-01-01",
                "department",
                unit));
    assertThat(registered.status()).as("%s", registered.body()).isEqualTo(201);
  }

  private static Map<String, Object> handIn(String theirNumber) {
    Map<String, Object> appeal = appeal();
    appeal.put("channel", "TRANSFER");
    return Map.of("theirNumber", theirNumber, "reason", "噪声扰民，不属警情", "appeal", appeal);
  }

  private static String answered() {
    String call = "call-" + ++number;
    report(call, "ANSWERED", null, null);
    return call;
  }

  private static String accepted(@Nullable String call) {
    Map<String, Object> appeal = appeal();
    appeal.put("decision", Map.of("kind", "ACCEPT"));
    if (call != null) {
      appeal.put("callId", "621000:" + call);
    }
    Answer created = http.post("huawu", "/api/tickets", appeal);
    assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
    assertThat(created.text("state")).isEqualTo("ACCEPTED");
    return created.text("id");
  }

  private static Map<String, Object> appeal() {
    number++;
    Map<String, Object> appeal = new HashMap<>();
    appeal.put("channel", "PHONE");
    appeal.put("category", "HELP");
    appeal.put("title", "求助");
    appeal.put("content", "小区门口有人持刀、停水停电" + number);
    appeal.put("region", "621002");
    appeal.put("place", "九龙路" + number + "号");
    appeal.put("requester", Map.of("name", "测试人", "phone", phone()));
    return appeal;
  }

  private static String phone() {
    return "1380001%04d".formatted(number);
  }

  private static Answer transfer(String call, String kind, String code, String ticket) {
    return http.post(
        "huawu",
        "/api/calls/621000:" + call + "/transfer",
        Map.of("kind", kind, "code", code, "threeParty", true, "ticketId", ticket, "note", "持刀威胁"));
  }

  private static void report(
      String call, String type, @Nullable String kind, @Nullable String code) {
    Map<String, Object> event = new HashMap<>();
    event.put("eventId", "e-" + ++number);
    event.put("callId", call);
    event.put("type", type);
    event.put("at", OffsetDateTime.ofInstant(CLOCK.instant(), ZoneOffset.UTC).toString());
    event.put("line", "12345");
    event.put("caller", "13800001111");
    if (type.equals("ANSWERED")) {
      event.put("agent", "huawu");
    }
    if (kind != null) {
      event.put("targetKind", kind);
      event.put("targetCode", code);
    }
    Answer answer = http.withKey(exchange, "POST", "/api/telephony/events", event);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  private static Map<String, Object> note(String text) {
    return Map.of("note", text);
  }
}
