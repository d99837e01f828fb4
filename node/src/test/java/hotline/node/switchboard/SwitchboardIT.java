package hotline.node.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.requirements.Requirement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines, calls, call-backs and abuse through the HTTP interface of a node. */
class SwitchboardIT {

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  @SuppressWarnings("NullAway.Init")
  private static String key;

  private static int number;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.withUsers(folder, Clock.systemUTC());
    http = node.http();
    key =
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
  @Requirement({"TOP-03", "TOP-04", "TOP-09", "TOP-10", "TOP-17"})
  void aNumberIsMergedAndItsCallersAreToldAndForwarded() {
    assertThat(register("12366", "2010-01-01").status()).isEqualTo(201);
    assertThat(register("12366", "2010-01-01").status()).isEqualTo(409);
    assertThat(register("12367", "2024-01-01").status()).isEqualTo(422);
    assertThat(http.post("paidan", "/api/lines/12366/cancel", Map.of("basis", "x")).status())
        .isEqualTo(403);
    assertThat(
            merge("12366", Map.of("mode", "PARALLEL", "basis", "批复", "department", "TAX")).status())
        .isEqualTo(422);

    Answer merged =
        merge(
            "12366",
            Map.of(
                "mode",
                "WHOLE_MERGE",
                "basis",
                "市政府批复",
                "transition",
                Map.of("prompt", "本热线已并入12345", "until", at(30))));

    assertThat(merged.status()).isEqualTo(200);
    assertThat(merged.list("history")).hasSize(1);
    Answer route = route("12366", "13800001111");
    assertThat(route.text("action")).isEqualTo("FORWARD");
    assertThat(route.text("to")).isEqualTo("12345");
    assertThat(route.text("busyPrompt")).contains("微信");
    assertThat(route.text("menuDepth")).isEqualTo("0");
    assertThat(route.text("prompt")).isEqualTo("本热线已并入12345");
    assertThat(http.post("admin", "/api/lines/12366/cancel", Map.of("basis", "批复")).status())
        .isEqualTo(422);
  }

  @Test
  @Requirement({"INT-13", "XTR-03"})
  void aCallIsPutTogetherOfReportsEachOfWhichCountsOnce() {
    String call = "call-" + ++number;
    Map<String, Object> answered = event(call, "ANSWERED");
    answered.put("agent", "huawu");
    report(event(call, "STARTED"));
    Answer first = report(answered);
    Answer again = report(answered);
    report(event(call, "ENDED"));

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.text("version")).isEqualTo(first.text("version"));
    Answer seen = http.get("huawu", "/api/calls/621000:" + call);
    assertThat(seen.text("handling")).isEqualTo("ANSWERED");
    assertThat(seen.text("caller")).isEqualTo("138****1111");
    assertThat(http.withKey("c0.bad", "POST", "/api/telephony/events", answered).status())
        .isEqualTo(401);
  }

  @Test
  @Requirement({"INT-09", "SEC-03"})
  void aCallIsAtTheDeskWhereItRingsAndOnlyThereTellsWhoCalls() {
    String call = "call-" + ++number;
    Map<String, Object> ringing = event(call, "RINGING");
    ringing.put("caller", "13800015555");
    ringing.put("agent", "huawu");
    report(ringing);

    assertThat(http.get("huawu", "/api/agent/calls").list("list"))
        .filteredOn(at -> ("621000:" + call).equals(at.get("id")))
        .singleElement()
        .satisfies(
            at ->
                assertThat(at).containsEntry("caller", "138****5555").doesNotContainKey("endedAt"));
    assertThat(http.get("admin", "/api/agent/calls").list("list")).isEmpty();
    String path = "/api/agent/calls/621000:" + call + "/caller";
    assertThat(http.post("admin", path, Map.of()).status()).isEqualTo(404);
    Answer caller = http.post("huawu", path, Map.of());
    assertThat(caller.text("phone")).isEqualTo("13800015555");
    assertThat(caller.list("open")).isEmpty();

    report(event(call, "ENDED"));
    assertThat(String.valueOf(http.get("huawu", "/api/agent/calls").list("list")))
        .as("nobody answered, so it is owed and not at the desk any more")
        .doesNotContain(call);
  }

  @Test
  @Requirement({"INT-16", "INT-19"})
  void anAnsweredCallStaysAtTheDeskUntilATicketHasBeenMadeOfIt() {
    String call = "call-" + ++number;
    Map<String, Object> answered = event(call, "ANSWERED");
    answered.put("caller", "13800008888");
    answered.put("agent", "huawu");
    report(answered);
    report(event(call, "ENDED"));
    assertThat(String.valueOf(http.get("huawu", "/api/agent/calls").list("list"))).contains(call);

    Map<String, Object> appeal = appeal("13800008888", "GENERAL");
    appeal.put("callId", "621000:" + call);
    appeal.put("requester", Map.of("name", "王先生", "phone", "13800008888"));
    String ticket = http.post("huawu", "/api/tickets", appeal).text("id");

    assertThat(String.valueOf(http.get("huawu", "/api/agent/calls").list("list")))
        .doesNotContain(call);
    Answer caller = http.post("huawu", "/api/agent/calls/621000:" + call + "/caller", Map.of());
    assertThat(caller.text("name")).isEqualTo("王先生");
    assertThat(caller.list("open"))
        .singleElement()
        .satisfies(
            open -> {
              assertThat(String.valueOf(open.get("ticket"))).contains(ticket);
              assertThat(open).containsEntry("supplementable", true);
            });
    Answer told = http.post("huawu", "/api/intake/caller", Map.of("phone", "138 0000 8888"));
    assertThat(told.list("open")).hasSize(1);
    assertThat(told.body()).as("a number is no proof of who one is").doesNotContainKey("name");
  }

  @Test
  @Requirement({"ACC-10", "INT-01"})
  void whatACallerAddsIsKeptWithTheTicketAndTheCall() {
    String ticket = http.post("huawu", "/api/tickets", appeal("13800009999", "GENERAL")).text("id");
    String call = "call-" + ++number;
    Map<String, Object> answered = event(call, "ANSWERED");
    answered.put("agent", "huawu");
    report(answered);

    Answer after =
        http.post(
            "huawu",
            "/api/tickets/" + ticket + "/supplement",
            Map.of("text", "今天又停了", "callId", "621000:" + call));

    assertThat(after.list("supplements"))
        .singleElement()
        .satisfies(added -> assertThat(added).containsEntry("text", "今天又停了"));
    assertThat(http.get("huawu", "/api/tickets/" + ticket + "/timeline").list("list"))
        .extracting(entry -> entry.get("type"))
        .contains("TICKET_SUPPLEMENTED");
    assertThat(http.get("huawu", "/api/calls/621000:" + call).text("ticketId")).isEqualTo(ticket);
    assertThat(
            http.post("shenhe", "/api/tickets/" + ticket + "/supplement", Map.of("text", "x"))
                .status())
        .isEqualTo(403);
  }

  @Test
  @Requirement({"TOP-16", "INT-01", "INT-08"})
  void aMissedCallIsOwedAndWorkedOff() {
    String call = "call-" + ++number;
    Map<String, Object> busy = event(call, "BUSY");
    busy.put("caller", "13800002222");
    report(busy);

    String id = owed("621000:" + call);
    Answer taken = http.post("huawu", "/api/call-backs/" + id + "/take", Map.of());
    assertThat(taken.text("caller")).isEqualTo("13800002222");
    assertThat(
            http.post("huawu", "/api/call-backs/" + id + "/finish", Map.of("note", "好了")).status())
        .isEqualTo(422);
    http.post(
        "huawu", "/api/call-backs/" + id + "/attempt", Map.of("reached", true, "note", "已接通"));
    assertThat(
            http.post("huawu", "/api/call-backs/" + id + "/finish", Map.of("note", "已答复"))
                .text("state"))
        .isEqualTo("DONE");
  }

  @Test
  @Requirement({"TOP-16", "INT-01"})
  void whoGetsThroughLaterIsNotOwedACallAnyMore() {
    String call = "call-" + ++number;
    Map<String, Object> ended = event(call, "ENDED");
    ended.put("caller", "13800003333");
    report(ended);
    assertThat(owed("621000:" + call)).isNotEmpty();

    Map<String, Object> answered = event("call-" + ++number, "ANSWERED");
    answered.put("caller", "13800003333");
    answered.put("agent", "huawu");
    report(answered);

    assertThat(owed("621000:" + call)).isEmpty();
  }

  @Test
  @Requirement({"TOP-16", "INT-13"})
  void aTransferThatFailsIsCaughtWithItsTicket() {
    String call = "call-" + ++number;
    Map<String, Object> answered = event(call, "ANSWERED");
    answered.put("agent", "huawu");
    report(answered);
    register("12329", "2010-01-01");
    merge(
        "12329",
        Map.of("mode", "DUAL_NUMBER", "basis", "批复", "department", "FGJ", "roundTheClock", true));
    String ticket = ticket("621000:" + call);

    Answer passed =
        http.post(
            "huawu",
            "/api/calls/621000:" + call + "/transfer",
            Map.of("kind", "LINE", "code", "12329", "ticketId", ticket, "note", "公积金提取"));
    assertThat(passed.status()).isEqualTo(200);
    Map<String, Object> failed = event(call, "TRANSFER_FAILED");
    failed.put("targetKind", "LINE");
    failed.put("targetCode", "12329");
    report(failed);

    assertThat(owed("621000:" + call)).isNotEmpty();
    Answer after = http.get("huawu", "/api/tickets/" + ticket);
    assertThat(after.text("state")).isEqualTo("IN_HANDLING");
    assertThat(String.valueOf(after.list("orders").get(0))).contains("FGJ");
    assertThat(http.get("huawu", "/api/calls/621000:" + call).text("handling"))
        .isEqualTo("TRANSFER_FAILED");
  }

  @Test
  @Requirement({"TOP-21", "EMG-06", "EMG-01"})
  void aUtilityIsTakenIntoACallOfThree() {
    String call = "call-" + ++number;
    Map<String, Object> joined = event(call, "THREE_PARTY_JOINED");
    joined.put("targetKind", "LINE");
    joined.put("targetCode", "95598");
    report(joined);

    assertThat(http.get("duban", "/api/calls/621000:" + call).text("handling"))
        .isEqualTo("THREE_PARTY");
  }

  @Test
  @Requirement({"TOP-24", "INT-14"})
  void whatTakesAnExpertIsPassedOnToTheSeatInTheHallOrForAReasonAtTheDepartment() {
    String call = "call-" + ++number;
    report(event(call, "STARTED"));
    assertThat(String.valueOf(http.get("huawu", "/api/expert-seats").body().get("missing")))
        .contains("12333", "12348");
    assertThat(toExpert(call, "RSJ").status()).as("nobody sits there yet").isEqualTo(422);

    Map<String, Object> seat =
        new HashMap<>(Map.of("field", "12333", "unit", "RSJ", "remote", false));
    assertThat(http.post("huawu", "/api/expert-seats", seat).status()).isEqualTo(403);
    Answer inHall = http.post("admin", "/api/expert-seats", seat);
    assertThat(inHall.status()).isEqualTo(201);
    seat.putAll(Map.of("field", "12348", "unit", "SFJ", "remote", true));
    assertThat(http.post("admin", "/api/expert-seats", seat).status())
        .as("a remote seat without a reason")
        .isEqualTo(400);
    seat.put("reason", "话务大厅无保密线路");
    assertThat(http.post("admin", "/api/expert-seats", seat).status()).isEqualTo(201);

    Answer seats = http.get("huawu", "/api/expert-seats");
    assertThat(seats.list("seats"))
        .extracting(found -> found.get("field") + " " + found.get("remote"))
        .containsExactly("12333 false", "12348 true");
    assertThat(seats.list("missing")).isEmpty();
    assertThat(toExpert(call, "RSJ").status()).isEqualTo(200);
    assertThat(toExpert(call, "SFJ").status()).isEqualTo(200);

    http.post("admin", "/api/expert-seats/" + inHall.text("id") + "/end", Map.of());
    assertThat(toExpert(call, "RSJ").status()).isEqualTo(422);
  }

  @Test
  @Requirement({"TOP-07", "INT-13"})
  void aDualNumbersDepartmentSendsExpertsAsTheyAreNeededWhoHandleOnLineOrSupport() {
    register("12393", "2010-01-01");
    merge(
        "12393",
        Map.of("mode", "DUAL_NUMBER", "basis", "批复", "department", "YBJ", "roundTheClock", true));
    String call = "call-" + ++number;
    Map<String, Object> answered = event(call, "ANSWERED");
    answered.put("agent", "huawu");
    report(answered);
    assertThat(expert(call, false).status()).as("no team yet").isEqualTo(422);
    Answer team =
        http.post(
            "admin",
            "/api/expert-seats",
            Map.of("field", "12393", "unit", "YBJ", "remote", true, "reason", "医保专网只通部门"));
    assertThat(team.status()).as("%s", team.body()).isEqualTo(201);

    assertThat(expert(call, false).status()).isEqualTo(200);
    Map<String, Object> joined = event(call, "TRANSFERRED");
    joined.put("targetKind", "EXPERT");
    joined.put("targetCode", "YBJ");
    report(joined);
    Map<String, Object> appeal = appeal("13800007777", "GENERAL");
    appeal.put("category", "CONSULTATION");
    appeal.put("callId", "621000:" + call);
    appeal.put("decision", Map.of("kind", "ANSWER", "answer", "异地就医须先备案", "contactedUnit", "YBJ"));
    Answer handled = http.post("huawu", "/api/tickets", appeal);
    assertThat(handled.text("state")).as("handled on line").isEqualTo("CLOSED");
    assertThat(http.get("huawu", "/api/calls/621000:" + call).text("handling")).isEqualTo("EXPERT");

    String second = "call-" + ++number;
    report(event(second, "STARTED"));
    assertThat(expert(second, true).status()).isEqualTo(200);
    Map<String, Object> supported = event(second, "THREE_PARTY_JOINED");
    supported.put("targetKind", "EXPERT");
    supported.put("targetCode", "YBJ");
    report(supported);
    assertThat(http.get("huawu", "/api/calls/621000:" + second).text("handling"))
        .as("or supports the agent, who stays")
        .isEqualTo("THREE_PARTY");

    http.post("admin", "/api/expert-seats/" + team.text("id") + "/end", Map.of());
    assertThat(expert(second, true).status()).as("as long as it is needed").isEqualTo(422);
  }

  @Test
  @Requirement({"EMG-03", "EMG-04"})
  void aCallIsPassedOnToAnEmergencyNumberAndToNoOther() {
    String call = "call-" + ++number;
    report(event(call, "STARTED"));

    assertThat(transfer(call, "110").status()).isEqualTo(200);
    assertThat(transfer(call, "12395").status()).isEqualTo(422);
  }

  @Test
  @Requirement("ABU-01")
  void aRestrictedCallerHearsAPromptUntilItIsLifted() {
    String caller = "13800004444";
    Answer noted =
        http.post(
            "huawu",
            "/api/abuse-cases",
            Map.of("ground", "HARASSMENT", "evidence", "连续辱骂", "phone", caller));
    String path = "/api/abuse-cases/" + noted.text("id");
    assertThat(http.post("huawu", path + "/restrict", restriction(1)).status()).isEqualTo(403);
    assertThat(http.post("duban", path + "/restrict", restriction(4)).status()).isEqualTo(422);
    assertThat(route("12345", caller).text("action")).isEqualTo("ANSWER");

    assertThat(http.post("duban", path + "/restrict", restriction(1)).body())
        .containsEntry("restricted", true);
    assertThat(route("12345", caller).text("action")).isEqualTo("REJECT");
    assertThat(route("12345", caller).text("prompt")).contains("其他渠道");
    assertThat(http.post("huawu", "/api/tickets", appeal(caller, "GENERAL")).status())
        .isEqualTo(422);
    assertThat(http.post("huawu", "/api/tickets", appeal(caller, "URGENT")).status())
        .isEqualTo(201);

    http.post("duban", path + "/lift", Map.of("reason", "已道歉"));
    assertThat(route("12345", caller).text("action")).isEqualTo("ANSWER");

    Object longest = http.get("duban", "/api/abuse-cases/rules").body().get("longestHours");
    assertThat(longest).isEqualTo(72);
    Answer restricted =
        http.post("duban", path + "/restrict", Map.of("hours", longest, "reason", "又来电辱骂"));
    assertThat(restricted.body()).as("the longest is allowed").containsEntry("restricted", true);
    assertThat(http.post("duban", path + "/restrict", Map.of("reason", "没有期限")).status())
        .isEqualTo(400);
    assertThat(
            http.post(
                    "duban",
                    path + "/hand-over",
                    Map.of("body", "POLICE", "receiver", "西峰分局", "reason", "威胁"))
                .list("handOvers"))
        .hasSize(1);
  }

  @Test
  @Requirement({"INT-17", "TOP-32"})
  void leadersAnsweringDaysAndTheCoordinatingBodyAreData() {
    Map<String, Object> duty = Map.of("kind", "LEADER", "who", "市长接听日", "from", at(1), "to", at(2));
    assertThat(http.post("huawu", "/api/duties", duty).status()).isEqualTo(403);
    assertThat(http.post("duban", "/api/duties", duty).status()).isEqualTo(201);
    assertThat(http.get("huawu", "/api/duties").list("list"))
        .extracting(entry -> entry.get("who"))
        .contains("市长接听日");
    http.post(
        "admin",
        "/api/institutions",
        Map.of(
            "role", "COORDINATING_BODY", "name", "市热线工作领导小组", "head", "市长", "since", "2022-11-29"));
    assertThat(http.get("huawu", "/api/institutions").list("list").get(0))
        .containsEntry("name", "市热线工作领导小组");
  }

  private static Answer expert(String call, boolean threeParty) {
    return http.post(
        "huawu",
        "/api/calls/621000:" + call + "/transfer",
        Map.of("kind", "EXPERT", "code", "YBJ", "threeParty", threeParty));
  }

  private static Answer transfer(String call, String emergency) {
    return http.post(
        "huawu",
        "/api/calls/621000:" + call + "/transfer",
        Map.of("kind", "EMERGENCY", "code", emergency));
  }

  /** Nanjing's kind of hotline: own queue, own inner dispatch, under the centre's management. */
  @Test
  @Requirement("TOP-25")
  void aFieldOfBusinessHasAZoneInTheHallWithAQueueAndADispatchOfItsOwn() {
    int newest = policies();
    policy(newest, "nanjing");
    try {
      register("96319", "2010-01-01");
      Answer zone =
          merge("96319", Map.of("mode", "ON_SITE_ZONE", "basis", "市政府批复", "department", "ZJJ"));
      assertThat(zone.status()).as("%s", zone.body()).isEqualTo(200);
      Answer managed =
          http.post(
              "admin",
              "/api/lines/96319/managers",
              Map.of(
                  "managers",
                  List.of(
                      Map.of("body", "市12345热线中心", "leads", true),
                      Map.of("body", "市住建局", "leads", false)),
                  "basis",
                  "市政府批复"));
      assertThat(managed.status()).as("%s", managed.body()).isEqualTo(200);

      Answer route = route("96319", "13800006666");
      assertThat(route.text("action")).as("a queue of its own").isEqualTo("ANSWER");
      assertThat(route.text("to")).isEqualTo("96319");

      String call = "call-" + ++number;
      Map<String, Object> answered = event(call, "ANSWERED");
      answered.put("agent", "huawu");
      report(answered);
      String ticket = ticket("621000:" + call);
      assertThat(
              http.post(
                      "huawu",
                      "/api/calls/621000:" + call + "/transfer",
                      Map.of("kind", "LINE", "code", "96319", "ticketId", ticket))
                  .status())
          .isEqualTo(200);
      Map<String, Object> order = http.get("huawu", "/api/tickets/" + ticket).list("orders").get(0);
      assertThat(String.valueOf(order)).contains("ZJJ");
      String work = String.valueOf(order.get("assignmentId")).replace('/', '~');
      assertThat(http.post("unit-ZJJ", "/api/assignments/" + work + "/sign-for", Map.of()).status())
          .isEqualTo(200);
      Answer inside =
          http.post(
              "unit-ZJJ",
              "/api/assignments/" + work + "/dispatch",
              Map.of(
                  "orders",
                  List.of(
                      Map.of("assignee", Map.of("kind", "UNIT", "code", "ZJZ"), "role", "LEAD"))));
      assertThat(inside.status()).as("its own dispatch: %s", inside.body()).isEqualTo(200);
      assertThat(String.valueOf(inside.list("orders"))).contains("ZJZ");
      assertThat(http.get("duban", "/api/tickets/" + ticket + "/timeline").list("list"))
          .as("the centre sees all of it")
          .hasSizeGreaterThan(3);
    } finally {
      policy(policies(), "qingyang");
    }
    register("96320", "2010-01-01");
    assertThat(
            merge("96320", Map.of("mode", "ON_SITE_ZONE", "basis", "批复", "department", "ZJJ"))
                .status())
        .as("where the rules know no zones there are none")
        .isEqualTo(422);
  }

  private static int policies() {
    return Integer.parseInt(
        String.valueOf(http.get("admin", "/api/policies").list("list").get(0).get("number")));
  }

  private static void policy(int newest, String name) {
    Answer made =
        http.post(
            "admin",
            "/api/policies",
            Map.of(
                "text",
                "name: like-"
                    + name
                    + "\nsource: 试行\neffective-from: 2022-01-01\nextends: "
                    + name
                    + "\n",
                "newest",
                newest,
                "reason",
                "试行"));
    assertThat(made.status()).as("%s", made.body()).isEqualTo(200);
  }

  private static Answer toExpert(String call, String unit) {
    return http.post(
        "huawu", "/api/calls/621000:" + call + "/transfer", Map.of("kind", "EXPERT", "code", unit));
  }

  private static Answer register(String line, String since) {
    return http.post(
        "admin",
        "/api/lines",
        Map.of("number", line, "name", line + "热线", "purpose", "咨询", "establishedOn", since));
  }

  private static Answer merge(String line, Map<String, ?> body) {
    return http.post("admin", "/api/lines/" + line + "/merge", body);
  }

  private static Answer route(String line, String caller) {
    return http.withKey(
        key, "POST", "/api/telephony/route", Map.of("line", line, "caller", caller));
  }

  private static Answer report(Map<String, ?> event) {
    Answer answer = http.withKey(key, "POST", "/api/telephony/events", event);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer;
  }

  private static Map<String, Object> event(String call, String type) {
    Map<String, Object> event = new HashMap<>();
    event.put("eventId", "e-" + ++number);
    event.put("callId", call);
    event.put("type", type);
    event.put("at", at(0));
    event.put("line", "12345");
    event.put("caller", "13800001111");
    return event;
  }

  private static String ticket(String call) {
    Map<String, Object> appeal = appeal("13800005555", "GENERAL");
    appeal.put("callId", call);
    Answer created = http.post("huawu", "/api/tickets", appeal);
    assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
    return created.text("id");
  }

  private static Map<String, Object> appeal(String phone, String urgency) {
    Map<String, Object> appeal = new HashMap<>();
    appeal.put("channel", "PHONE");
    appeal.put("category", "HELP");
    appeal.put("urgency", urgency);
    appeal.put("title", "公积金提取");
    appeal.put("content", "公积金提取被退回" + ++number);
    appeal.put("region", "621002");
    appeal.put("requester", Map.of("phone", phone));
    appeal.put("decision", Map.of("kind", "ACCEPT"));
    return appeal;
  }

  /** The id of the call-back that is owed for a call; empty when none is any more. */
  private static String owed(String call) {
    return http.get("huawu", "/api/call-backs?size=200").list("items").stream()
        .filter(item -> call.equals(item.get("callId")))
        .map(item -> String.valueOf(item.get("id")))
        .findFirst()
        .orElse("");
  }

  private static Map<String, Object> restriction(int days) {
    return Map.of("until", at(days), "reason", "持续骚扰");
  }

  private static String at(int days) {
    return OffsetDateTime.now(ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.SECONDS)
        .plusDays(days)
        .toString();
  }
}
