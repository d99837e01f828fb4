package hotline.node.handling;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.Samples;
import hotline.node.store.DeskCountStore;
import hotline.node.ticket.AssignmentId;
import hotline.requirements.Requirement;
import hotline.sync.Transactions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests, signatures and merges as the people of a unit and of the platform do them, by HTTP. */
class HandlingIT {

  private static final String UNIT = "unit-CGJ";
  private static final String DEPUTY = "deputy-CGJ";

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node =
        EmbeddedNode.withUsers(folder, Clock.systemUTC(), Map.of("hotline.node.policy", "baotou"));
    http = node.http();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Requirement({"LIF-10", "LIF-13", "LIF-17"})
  void puttingOffGoesFromTheUnitThroughItsDeputyLeaderToTheOffice() {
    AssignmentId id = signedFor();
    Map<String, Object> wish =
        Map.of(
            "kind",
            "ON_ACCOUNT",
            "reason",
            "须列入明年改造计划",
            "workingDays",
            60,
            "requesterInformed",
            true,
            "requesterConsents",
            true);
    Answer tooSoon = post(UNIT, id, "request", wish);
    assertThat(tooSoon.status()).isEqualTo(422);
    assertThat(tooSoon.text("code")).isEqualTo("VISIT_MISSING");
    ok(post(UNIT, id, "contact", Map.of("note", "上门说明原因", "way", "VISIT")));

    Answer made = ok(post(UNIT, id, "request", wish));

    assertThat(made.list("requests").get(0)).containsEntry("nextAtUnit", "UNIT_DEPUTY");
    assertThat(
            http.get(DEPUTY, "/api/assignments?toSign=UNIT_DEPUTY").list("items").stream()
                .map(item -> item.get("id")))
        .contains(id.toString());
    assertThat(post(UNIT, id, "sign-request", Map.of("number", 1, "approve", true)).status())
        .isEqualTo(403);
    ok(post(DEPUTY, id, "sign-request", Map.of("number", 1, "approve", true)));
    Map<String, Object> verdict =
        Map.of("assignmentId", id.toString(), "number", 1, "approve", true);
    assertThat(ticket("paidan", id, "office-decide", verdict).status()).isEqualTo(403);
    ok(ticket("bangongshi", id, "office-decide", verdict));

    Answer after = http.get(UNIT, address(id));
    assertThat(after.map("due")).containsEntry("rule", "LIF-10");
    assertThat(after.list("requests").get(0).get("decision")).isNotNull();
    assertThat(http.get("duban", "/api/clearing").list("units")).isEmpty();
    assertThat(unclearedIn(Duration.ofDays(400)))
        .filteredOn(row -> row.unit().equals("CGJ"))
        .singleElement()
        .satisfies(row -> assertThat(row.onAccount()).isEqualTo(1));
    assertThat(http.get("duban", "/api/clearing?month=heute").status()).isEqualTo(400);
  }

  @Test
  @Requirement("LIF-15")
  void relatedTicketsOfOneUnitAreAnsweredWithOneReply() {
    AssignmentId master = signedFor();
    AssignmentId other = signedFor();

    ok(post(UNIT, master, "merge", Map.of("assignmentIds", List.of(other.toString()))));
    assertThat(post(UNIT, other, "reply", reply()).text("code")).isEqualTo("MERGE_RULE");
    ok(post(UNIT, master, "reply", reply()));

    assertThat(http.get(UNIT, address(other)).text("state")).isEqualTo("REPLIED");
    assertThat(http.get("shenhe", "/api/tickets/" + other.ticket()).text("state"))
        .isEqualTo("IN_REVIEW");
  }

  @Test
  @Requirement({"DSP-04", "DSP-08"})
  void aMeetingIsConvenedAndDesignatesByHttp() {
    AssignmentId id = Samples.dispatched(node);
    ok(
        post(
            UNIT,
            id,
            "request-return",
            Map.of("reason", "不属职责", "basis", "三定方案", "suggestion", "住建局")));
    ok(
        ticket(
            "paidan",
            id,
            "decide-return",
            Map.of("assignmentId", id.toString(), "approve", true, "opinion", "职责不清，另行研究")));
    ok(
        ticket(
            "bangongshi",
            id,
            "convene",
            Map.of("reason", "职责交叉", "participants", List.of("城管局", "住建局"))));

    Answer designated =
        ok(
            ticket(
                "bangongshi",
                id,
                "designate",
                Map.of(
                    "outcome",
                    "由城管局主办",
                    "orders",
                    List.of(
                        Map.of(
                            "assignee", Map.of("kind", "UNIT", "code", "CGJ"), "role", "LEAD")))));

    assertThat(designated.list("meetings").get(0)).containsEntry("outcome", "由城管局主办");
    assertThat(designated.list("orders").get(1)).containsEntry("designation", "由城管局主办");
  }

  @Test
  @Requirement("DSP-05")
  void aSecondLevelUnitIsNotDispatchedToPastItsSuperior() {
    AssignmentId id = signedFor();
    Map<String, Object> station =
        Map.of(
            "orders",
            List.of(Map.of("assignee", Map.of("kind", "UNIT", "code", "ZHZD"), "role", "LEAD")));
    AssignmentId other = Samples.dispatched(node);
    Answer past =
        ticket(
            "paidan",
            other,
            "dispatch",
            Map.of(
                "orders",
                List.of(Map.of("assignee", Map.of("kind", "UNIT", "code", "ZHZD"), "role", "CO"))));
    assertThat(past.text("code")).isEqualTo("ASSIGNEE_RULE");

    Answer sent = ok(post(UNIT, id, "dispatch", station));

    assertThat(sent.list("orders")).hasSize(1);
    assertThat(http.get("unit-ZHZD", "/api/assignments").list("items"))
        .extracting(item -> item.get("id"))
        .contains(id.child(1).toString());
  }

  /** 审核把关、电话回复、按规范格式反馈、不含涉密事项: each of them is asked for. */
  @Test
  @Requirement({"RVS-01", "SEC-04", "DSP-17"})
  void aUnitChecksAndPhonesBeforeItsWellFormedReplyReachesThePlatform() {
    AssignmentId id = signedFor();
    Map<String, Object> station =
        Map.of(
            "orders",
            List.of(Map.of("assignee", Map.of("kind", "UNIT", "code", "ZHZD"), "role", "LEAD")));
    AssignmentId below = id.child(1);
    ok(post(UNIT, id, "dispatch", station));
    ok(post("unit-ZHZD", below, "sign-for", Map.of("contactNote", "已联系")));
    ok(post("unit-ZHZD", below, "reply", reply()));
    assertThat(post(UNIT, id, "reply", reply()).text("code"))
        .as("not before the unit has checked it")
        .isEqualTo("ORDERS_OUTSTANDING");
    ok(
        post(
            UNIT,
            id,
            "review",
            Map.of("assignmentId", below.toString(), "accept", false, "opinion", "未写明更换数量")));
    ok(post("unit-ZHZD", below, "reply", reply()));
    ok(post(UNIT, id, "review", Map.of("assignmentId", below.toString(), "accept", true)));

    assertThat(post(UNIT, id, "reply", answer("路灯已修复", false)).text("code"))
        .isEqualTo("REPLY_RULE");
    assertThat(post(UNIT, id, "reply", answer(" ", true)).status()).isEqualTo(400);
    assertThat(post(UNIT, id, "reply", answer("依据内部资料修复", true)).text("code"))
        .isEqualTo("SECRECY_RULE");
    ok(post(UNIT, id, "reply", answer("路灯三盏已更换", true)));

    Answer seen = http.get("shenhe", "/api/tickets/" + id.ticket());
    assertThat(String.valueOf(seen.list("orders").get(0).get("reply")))
        .contains("content=路灯三盏已更换", "resolved=true", "contactedRequester=true", "by=unit-CGJ");
  }

  @Test
  @Requirement("RVS-18")
  void aPlanIsMadeFollowedAndSeenByThePlatform() {
    AssignmentId id = signedFor();
    String day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3).toString();
    Map<String, Object> plan =
        Map.of(
            "explanation",
            "须列入改造计划后施工",
            "steps",
            List.of(Map.of("day", day, "what", "现场勘查"), Map.of("day", day, "what", "落实资金")));
    assertThat(post("unit-ZJJ", id, "plan", plan).status()).isIn(403, 404);
    assertThat(post(UNIT, id, "plan", Map.of("explanation", "须施工", "steps", List.of())).status())
        .isEqualTo(400);
    ok(post(UNIT, id, "plan", plan));
    ok(post(UNIT, id, "finish-step", Map.of("number", 1, "note", "已勘查")));

    assertThat(http.get("shenhe", "/api/tickets/" + id.ticket()).list("orders").get(0).get("plan"))
        .asString()
        .contains("explanation=须列入改造计划后施工", "what=现场勘查", "note=已勘查", "what=落实资金");
    assertThat(http.get("huifang", "/api/notices?ticket=" + id.ticket()).toString())
        .contains("须按计划办理，须列入改造计划后施工");
    assertThat(http.get("paidan", "/api/tickets/" + id.ticket() + "/timeline").toString())
        .contains("制定办理计划", "完成计划节点");
    assertThat(http.get("paidan", "/api/desk/deadlines").status()).isEqualTo(200);
  }

  @Test
  @Requirement("CAP-04")
  void eachUnitNamesTheOfficeAndThePeopleThatSeeToItsTickets() {
    Map<String, Object> office =
        Map.of("office", "办公室（热线办理科）", "fullTime", 1, "partTime", 2, "phone", "0934-8211234");
    String path = "/api/unit-offices/CGJ";
    assertThat(http.get("duban", "/api/unit-offices?missing=true").toString())
        .contains("CGJ", "ZJJ");
    assertThat(http.put("unit-ZJJ", path, office).status()).isEqualTo(403);
    assertThat(http.put("duban", path, office).status()).isEqualTo(403);
    assertThat(http.put("admin", "/api/unit-offices/NONE", office).status()).isEqualTo(404);
    Answer nobody =
        http.put(
            UNIT, path, Map.of("office", "办公室", "fullTime", 0, "partTime", 0, "phone", "0934-1"));
    assertThat(nobody.status()).isEqualTo(400);

    ok(http.put(UNIT, path, office));

    assertThat(http.get("duban", "/api/unit-offices?missing=true").list("list"))
        .extracting(unit -> unit.get("code"))
        .contains("ZJJ")
        .doesNotContain("CGJ");
    assertThat(http.get(UNIT, "/api/unit-offices").list("list"))
        .singleElement()
        .asString()
        .contains("office=办公室（热线办理科）", "fullTime=1", "partTime=2");
    ok(
        http.put(
            "admin",
            path,
            Map.of("office", "综合科", "fullTime", 0, "partTime", 1, "phone", "0934-8211234")));
    assertThat(http.get("duban", "/api/unit-offices").toString()).contains("综合科");
  }

  private static Map<String, Object> answer(String content, boolean phoned) {
    return Map.of("content", content, "resolved", true, "contactedRequester", phoned);
  }

  /** What would be left to be cleared by then if nobody did anything. */
  private static List<DeskCountStore.Uncleared> unclearedIn(Duration time) {
    return node.bean(Transactions.class)
        .call(
            tx ->
                node.bean(DeskCountStore.class)
                    .uncleared(
                        tx, "621000", Instant.now().plus(time), hotline.node.store.Visibility.ALL));
  }

  private static AssignmentId signedFor() {
    AssignmentId id = Samples.dispatched(node);
    ok(post(UNIT, id, "sign-for", Map.of("contactNote", "已电话联系")));
    return id;
  }

  private static Map<String, Object> reply() {
    return Map.of("content", "路灯已修复", "resolved", true, "contactedRequester", true);
  }

  private static Answer post(String user, AssignmentId id, String action, Map<String, ?> body) {
    return http.post(user, address(id) + "/" + action, body);
  }

  private static Answer ticket(String user, AssignmentId id, String action, Map<String, ?> body) {
    return http.post(user, "/api/tickets/" + id.ticket() + "/" + action, body);
  }

  private static String address(AssignmentId id) {
    return "/api/assignments/" + id.toString().replace('/', '~');
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer;
  }
}
