package hotline.node.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.MovableClock;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.Samples;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.HandlingRole;
import hotline.node.classification.Role;
import hotline.node.classification.Satisfaction;
import hotline.node.ticket.Actor;
import hotline.node.ticket.AssignmentCommand.ReplyToHolder;
import hotline.node.ticket.AssignmentCommand.RequestReturn;
import hotline.node.ticket.AssignmentCommand.SignForWork;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.HolderCommand.DecideReturn;
import hotline.node.ticket.HolderCommand.PlaceOrders;
import hotline.node.ticket.HolderCommand.ReviewReply;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.TicketCommand.FollowUpTicket;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import hotline.node.work.TicketNumbers;
import hotline.node.work.TicketWork;
import hotline.requirements.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Supervisions, their triggers, figures and files at one node. */
class OversightIT {

  private static final MovableClock clock = new MovableClock();

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  @BeforeAll
  static void start(@TempDir Path folder) {
    node = EmbeddedNode.withUsers(folder, clock);
    http = node.http();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Requirement({"SUP-01", "SUP-03", "SUP-10", "POL-19"})
  void overdueWorkIsSupervisedOnceAndTheUnitExplains() {
    AssignmentId id = Samples.dispatched(node);
    clock.putForward(Duration.ofDays(30));
    TriggerSweep sweep = node.bean(TriggerSweep.class);
    sweep.run();
    sweep.run();

    Answer opened = http.get("duban", "/api/supervisions?ticket=" + id.ticket());
    assertThat(opened.list("items"))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one)
                    .containsEntry("trigger", "OVERDUE")
                    .containsEntry("tool", "NOTICE")
                    .containsEntry("state", "ISSUED")
                    .containsEntry("assignmentId", id.toString()));
    String path =
        "/api/supervisions/"
            + String.valueOf(opened.list("items").get(0).get("id")).replace('/', '~');
    Map<String, Object> text = Map.of("text", "备件未到，3日内办结");
    assertThat(http.post("unit-ZJJ", path + "/explain", text).status()).isEqualTo(404);
    assertThat(http.post("paidan", path + "/close", text).status()).isEqualTo(403);

    assertThat(http.post("unit-CGJ", path + "/explain", text).text("state")).isEqualTo("EXPLAINED");
    assertThat(http.post("duban", path + "/judge", Map.of("accept", true)).text("state"))
        .isEqualTo("ACCEPTED");
    assertThat(http.post("duban", path + "/close", text).text("state")).isEqualTo("CLOSED");
    assertThat(http.get("duban", "/api/tickets/" + id.ticket() + "/timeline").toString())
        .contains("督办立项")
        .contains("提交情况说明")
        .contains("督办办结");
  }

  @Test
  @Requirement({"SUP-03", "LIF-07", "POL-19"})
  void aReturnThatIsTurnedDownIsSupervised() {
    AssignmentId id = Samples.dispatched(node);
    work(id, new RequestReturn("不归我局", "三定方案", "住建局"), new DecideReturn(id, false, "属你局职责"));
    node.bean(TriggerSweep.class).run();

    assertThat(http.get("duban", "/api/supervisions?ticket=" + id.ticket()).list("items"))
        .anySatisfy(one -> assertThat(one).containsEntry("trigger", "IMPROPER_RETURN"));
  }

  @Test
  @Requirement("SUP-02")
  void aSupervisorIssuesOneByHandAndOthersMayNot() {
    Map<String, Object> issue =
        Map.of(
            "target", Map.of("kind", "UNIT", "code", "CGJ"),
            "tool", "INTERVIEW",
            "trigger", "BUCK_PASSING",
            "demand", "多次推诿，请主要负责人约谈");
    assertThat(http.post("paidan", "/api/supervisions", issue).status()).isEqualTo(403);
    Answer issued = http.post("duban", "/api/supervisions", issue);
    assertThat(issued.status()).as(issued.toString()).isEqualTo(201);
    assertThat(http.get("unit-CGJ", "/api/supervisions").toString()).contains(issued.text("id"));
    assertThat(http.get("unit-ZJJ", "/api/supervisions").toString())
        .doesNotContain(issued.text("id"));
  }

  @Test
  @Requirement({"ASM-16", "LIF-08", "Q-08", "Q-07"})
  void figuresSayWhatTheyAreMadeOf() {
    AssignmentId rated = Samples.dispatched(node);
    answer(rated);
    ticket(rated, new FollowUpTicket(FollowUpChannel.CALL, Satisfaction.SATISFIED, true, null));
    AssignmentId returned = Samples.dispatched(node);
    work(
        returned, new RequestReturn("不归我局", "三定方案", "住建局"), new DecideReturn(returned, true, "同意"));
    String month = YearMonth.from(clock.instant().atZone(ZoneId.of("Asia/Shanghai"))).toString();

    Answer figures = http.get("duban", "/api/assessment?month=" + month);

    Map<String, Object> unit =
        figures.list("list").stream()
            .filter(u -> "CGJ".equals(u.get("code")))
            .findFirst()
            .orElseThrow();
    Map<String, Object> numbers = numbersOf(unit);
    assertThat(number(numbers, "returned")).isEqualTo(1);
    assertThat(number(numbers, "volume"))
        .isEqualTo(number(numbers, "dispatched") - number(numbers, "returned"));
    assertThat(number(numbers, "reallyRated")).isGreaterThanOrEqualTo(1);
    assertThat(unit.toString()).contains("退单通过，不计承办量").contains("甄别通过的不满意评价");
    assertThat(http.get("unit-ZJJ", "/api/assessment?month=" + month).toString())
        .doesNotContain("CGJ");
    assertThat(http.get("duban", "/api/assessment?month=November").status()).isEqualTo(400);
  }

  @Test
  @Requirement({"LIF-06", "LIF-08", "ASM-16"})
  void aLateReturnIsOverdueInItsMonthAndAnApprovedOneLeavesTheVolume() {
    String unit = "HJJ";
    String month = month();
    AssignmentId inTime = dispatchedTo(unit);
    work(inTime, returned(), new DecideReturn(inTime, true, "同意"));
    AssignmentId late = dispatchedTo(unit);
    assertThat(numbers(unit, month))
        .containsEntry("dispatched", 2L)
        .containsEntry("returned", 1L)
        .containsEntry("volume", 1L);

    clock.putForward(Duration.ofDays(40));
    work(late, returned(), new DecideReturn(late, true, "同意"));

    assertThat(numbers(unit, month))
        .as("the month of the dispatch")
        .containsEntry("returned", 2L)
        .containsEntry("volume", 0L)
        .containsEntry("overdue", 0L);
    assertThat(numbers(unit, month()))
        .as("the month of the late return")
        .containsEntry("lateReturns", 1L)
        .containsEntry("overdue", 1L);
    Answer own = http.get("unit-" + unit, "/api/assessment?month=" + month);
    assertThat(own.toString()).contains("退单通过，不计承办量（LIF-08）", "当月的超期退单（LIF-06）");
  }

  @Test
  @Requirement({"LIF-01", "LIF-03"})
  void signingAndContactingInTimeAreCountedEachByItself() {
    String unit = "JTJ";
    AssignmentId both = dispatchedTo(unit);
    http.post("unit-" + unit, address(both) + "/sign-for", Map.of("contactNote", "已告知程序、流程和时限"));
    AssignmentId signedOnly = dispatchedTo(unit);
    http.post("unit-" + unit, address(signedOnly) + "/sign-for", Map.of());
    Answer silent =
        http.post(
            "unit-" + unit,
            address(signedOnly) + "/reply",
            Map.of("content", "已修复", "resolved", true, "contactedRequester", false));
    assertThat(silent.status()).isEqualTo(422);
    assertThat(silent.toString()).contains("须先电话回复诉求人");

    assertThat(numbers(unit, month()))
        .containsEntry("volume", 2L)
        .containsEntry("signedInTime", 2L)
        .containsEntry("contactOf", 2L)
        .containsEntry("contactedInTime", 1L);
    assertThat(http.get("duban", "/api/assessment?month=" + month()).toString())
        .contains("及时签收率", "及时联系率");
  }

  @Test
  @Requirement({"Q-12", "SUP-03", "POL-19"})
  void anExtensionIsNotLimitedByItsNumberButMoreThanOneIsSupervised() {
    AssignmentId id = Samples.dispatched(node);
    http.post("unit-CGJ", address(id) + "/sign-for", Map.of("contactNote", "已联系"));
    for (int i = 0; i < 2; i++) {
      Map<String, Object> wish =
          Map.of("reason", "等待备件", "workingDays", 2, "requesterInformed", true);
      assertThat(http.post("unit-CGJ", address(id) + "/request-extension", wish).status())
          .isEqualTo(200);
      node.bean(TriggerSweep.class).run();
      assertThat(triggers(id)).doesNotContain("ABNORMAL_EXTENSION");
      assertThat(
              http.post(
                      "paidan",
                      "/api/tickets/" + id.ticket() + "/decide-extension",
                      Map.of("assignmentId", id.toString(), "approve", true, "opinion", "同意"))
                  .status())
          .isEqualTo(200);
    }
    node.bean(TriggerSweep.class).run();

    assertThat(triggers(id)).contains("ABNORMAL_EXTENSION");
    Answer third =
        http.post(
            "unit-CGJ",
            address(id) + "/request-extension",
            Map.of("reason", "再延", "workingDays", 2, "requesterInformed", true));
    assertThat(third.text("code"))
        .as("five days in all, of which four are used")
        .isEqualTo("EXTENSION_RULE");
  }

  @Test
  @Requirement({"SEC-06", "SEC-07"})
  void anArchiveHoldsItsKindsOrSaysWhatIsMissing() {
    AssignmentId id = Samples.dispatched(node);
    String file = "/api/tickets/" + id.ticket() + "/archive-file";
    http.post("huifang", file, Map.of("kind", "LEADER_INSTRUCTION", "title", "市长批示：速办"));
    answer(id);
    ticket(id, new FollowUpTicket(FollowUpChannel.CALL, Satisfaction.SATISFIED, true, null));

    assertThat(http.post("huifang", "/api/tickets/" + id.ticket() + "/archive", Map.of()).status())
        .isEqualTo(200);

    Answer archive = http.get("huifang", file);
    assertThat(archive.list("items"))
        .extracting(item -> item.get("kind"))
        .contains("TICKET_SHEET", "FEEDBACK", "SATISFACTION", "LEADER_INSTRUCTION");
    // a phone call of which no recording came, and no urging
    assertThat(archive.list("missing"))
        .extracting(item -> item.get("kind"))
        .containsExactly("RECORDING", "URGE_SHEET", "URGE_LEDGER");
    assertThat(archive.text("state")).isEqualTo("INCOMPLETE");
    assertThat(http.post("huifang", file, Map.of("kind", "RECORDING", "title", "录音")).status())
        .isEqualTo(409);
  }

  @Test
  @Requirement("SEC-04")
  void aReplyThatLooksSecretGoesOnOnlyOnceSomebodyHasCheckedIt() {
    AssignmentId id = Samples.dispatched(node);
    String path = "/api/assignments/" + id.toString().replace('/', '~');
    http.post("unit-CGJ", path + "/sign-for", Map.of());
    Map<String, Object> reply =
        new HashMap<>(
            Map.of("content", "依据内部资料，已修复", "resolved", true, "contactedRequester", true));
    Answer refused = http.post("unit-CGJ", path + "/reply", reply);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.toString()).contains("内部资料");

    reply.put("secrecyChecked", true);

    assertThat(http.post("unit-CGJ", path + "/reply", reply).status()).isEqualTo(200);
    assertThat(http.get("shenji", "/api/audit?action=SECRECY_CHECKED").list("items"))
        .anySatisfy(entry -> assertThat(entry).containsEntry("username", "unit-CGJ"));
  }

  private static String month() {
    return YearMonth.from(clock.instant().atZone(ZoneId.of("Asia/Shanghai"))).toString();
  }

  private static String address(AssignmentId id) {
    return "/api/assignments/" + id.toString().replace('/', '~');
  }

  private static RequestReturn returned() {
    return new RequestReturn("不归我局", "三定方案", "住建局");
  }

  private static List<Object> triggers(AssignmentId id) {
    return http.get("duban", "/api/supervisions?ticket=" + id.ticket()).list("items").stream()
        .map(one -> one.get("trigger"))
        .toList();
  }

  private static Map<String, Long> numbers(String unit, String month) {
    Map<String, Long> numbers = new HashMap<>();
    http.get("duban", "/api/assessment?month=" + month).list("list").stream()
        .filter(one -> unit.equals(one.get("code")))
        .findFirst()
        .map(OversightIT::numbersOf)
        .orElseThrow()
        .forEach((name, number) -> numbers.put(name, ((Number) number).longValue()));
    return numbers;
  }

  /** An appeal of its own, with a unit that no other test has to do with. */
  private static AssignmentId dispatchedTo(String unit) {
    TicketId id = node.bean(TicketNumbers.class).next();
    return node.bean(TicketWork.class)
        .carryOut(
            work -> {
              work.actAs(Samples.CALL_TAKER);
              work.register(Samples.accepted(id));
              work.decide(
                  id,
                  new PlaceOrders(
                      List.of(
                          new OrderDraft(
                              new UnitRef(UnitCode.of(unit), unit), HandlingRole.LEAD, null))));
              work.settled(id);
              return AssignmentId.of(id, 1);
            });
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> numbersOf(Map<String, Object> unit) {
    return (Map<String, Object>) unit.getOrDefault("numbers", Map.of());
  }

  private static long number(Map<String, Object> numbers, String name) {
    return ((Number) numbers.getOrDefault(name, 0)).longValue();
  }

  private static void answer(AssignmentId id) {
    node.bean(TicketWork.class)
        .carryOut(
            unit -> {
              unit.actAs(Samples.CALL_TAKER);
              unit.decide(id, new SignForWork("已联系"));
              unit.decide(id, new ReplyToHolder("已修复", true, true));
              unit.settled(id);
              return unit.decide(id.ticket(), new ReviewReply(id, true, null));
            });
  }

  private static void work(AssignmentId id, RequestReturn request, DecideReturn decide) {
    node.bean(TicketWork.class)
        .carryOut(
            unit -> {
              unit.actAs(Samples.CALL_TAKER);
              unit.decide(id, request);
              unit.settled(id);
              return List.of(unit.decide(id.ticket(), decide));
            });
  }

  private static void ticket(AssignmentId id, FollowUpTicket command) {
    node.bean(TicketWork.class)
        .carryOut(
            unit -> {
              unit.actAs(Actor.user("huifang", Role.FOLLOW_UP));
              return unit.decide(id.ticket(), command);
            });
  }
}
