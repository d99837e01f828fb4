package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.local.demo.client.ApiRefusal;
import hotline.requirements.Requirement;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A ticket's life at one node, through its HTTP interface. */
@ExtendWith(QingyangNetwork.class)
final class OneNodeIT {

  private static final String REGION = "621002";
  private static final String UNIT = "CGJ";
  private static final String OTHER_UNIT = "ZJJ";

  private final Appeals appeals = new Appeals();
  private final Desk city;

  OneNodeIT(Network network) {
    this.city = Desk.at(network.node("621000"));
  }

  @Test
  @Requirement({"TOP-29", "TOP-30", "SEC-07"})
  void anAppealGoesFromIntakeToTheArchive() throws Exception {
    String ticket = city.accept(appeals.about(REGION));
    assertThat(state(city.ticket(ticket))).isEqualTo("ACCEPTED");
    String assignment = city.toUnit(ticket, UNIT);
    city.signFor(assignment);
    assertThat(Desk.order(city.ticket(ticket), assignment).path("state").asText())
        .isEqualTo("SIGNED");
    city.reply(assignment, "已更换路灯三盏，现场亮灯正常。");
    assertThat(state(city.ticket(ticket))).isEqualTo("IN_REVIEW");
    assertThat(state(city.review(ticket, assignment, true))).isEqualTo("AWAITING_FOLLOW_UP");
    assertThat(state(city.followUp(ticket, "SATISFIED"))).isEqualTo("CLOSED");
    JsonNode archived = city.archive(ticket);
    assertThat(state(archived)).isEqualTo("ARCHIVED");
    assertThat(archived.path("answer").path("content").asText()).isEqualTo("已更换路灯三盏，现场亮灯正常。");
    assertThat(city.timeline(ticket)).hasSizeGreaterThanOrEqualTo(7);
  }

  /** 统一接收、按责转办、限时办结、统一督办、考核评价: each step is the cause of the next. */
  @Test
  @Requirement("TOP-27")
  void theFiveStepsFromReceivingToAssessingAreOneLoop() throws Exception {
    String unit = "CGJ";
    Map<String, Object> appeal = new HashMap<>(appeals.about(REGION));
    appeal.put("matter", "CJ0202");
    String first = city.accept(appeal);
    JsonNode whose = city.client().get("paidan", "/api/intake/suggestions/" + first);
    assertThat(whose)
        .extracting(one -> one.path("code").asText())
        .as("the unit whose function it is")
        .contains(unit);
    Map<String, Long> before = figures(unit);

    String assignment = city.toUnit(first, unit);
    String due = city.client().assignment(assignment).path("due").path("at").asText();
    assertThat(due).isNotEmpty();
    String supervision =
        city.client()
            .post(
                "duban",
                "/api/supervisions",
                Map.of(
                    "target",
                    Map.of("kind", "UNIT", "code", unit),
                    "ticketId",
                    first,
                    "assignmentId",
                    assignment,
                    "tool",
                    "NOTICE",
                    "demand",
                    "请按期办结"))
            .path("id")
            .asText();
    city.client()
        .onTicket("duban", first, "supervise", Map.of("assignmentId", assignment, "text", "请按期办结"));
    String path = "/api/supervisions/" + supervision.replace('/', '~');
    city.client().post("unit-" + unit, path + "/explain", Map.of("text", "今日办结"));
    city.signFor(assignment);
    city.reply(assignment, "已清运完毕，路面恢复整洁。");
    city.review(first, assignment, true);
    city.followUp(first, "SATISFIED");
    city.client().post("duban", path + "/judge", Map.of("accept", true));
    city.client().post("duban", path + "/close", Map.of("text", "已按期办结"));

    Map<String, Long> after = figures(unit);
    for (String number :
        List.of("volume", "signedInTime", "repliedInTime", "supervisions", "satisfied", "solved")) {
      assertThat(after.getOrDefault(number, 0L))
          .as(number)
          .isEqualTo(before.getOrDefault(number, 0L) + 1);
    }
  }

  /** The platform's steps and the unit's; the loop of assessing is the matter of assessments. */
  @Test
  @Requirement({"TOP-28", "LIF-01", "RVS-01"})
  void theLoopsOfAcceptanceAndOfHandlingHaveTheirNamedSteps() throws Exception {
    String ticket = city.accept(appeals.about(REGION));
    String assignment = city.toUnit(ticket, UNIT);
    city.signFor(assignment);
    city.client()
        .onAssignment(
            "unit-" + UNIT,
            assignment,
            "contact",
            Map.of("note", "现场核实：路灯三盏不亮", "way", "VISIT", "result", "REACHED"));
    city.reply(assignment, "已更换路灯三盏，已电话告知诉求人。");
    city.review(ticket, assignment, true);
    city.followUp(ticket, "SATISFIED");
    city.archive(ticket);

    assertThat(city.timeline(ticket))
        .extracting(entry -> entry.path("title").asText())
        .containsSubsequence("受理", "派单", "答复审核通过", "回访评价", "办结", "归档")
        .containsSubsequence("签收", "联系诉求人", "联系诉求人", "答复");
  }

  private Map<String, Long> figures(String unit) throws Exception {
    String month = YearMonth.now(ZoneId.of("Asia/Shanghai")).toString();
    Map<String, Long> numbers = new HashMap<>();
    for (JsonNode one : city.client().get("duban", "/api/assessment?month=" + month)) {
      if (one.path("code").asText().equals(unit)) {
        one.path("numbers")
            .fields()
            .forEachRemaining(entry -> numbers.put(entry.getKey(), entry.getValue().asLong()));
      }
    }
    return numbers;
  }

  @Test
  void anAppealIsRefusedWithAGroundAndGuidance() throws Exception {
    Map<String, Object> appeal = new HashMap<>(appeals.about(REGION));
    appeal.put(
        "decision",
        Map.of("kind", "REFUSE", "ground", "LEGAL_PROCEDURE", "guidance", "请向人民法院咨询诉讼程序。"));
    JsonNode refused = city.register(appeal);
    assertThat(state(refused)).isEqualTo("REFUSED");
    assertThat(refused.path("refusal").path("ground").asText()).isEqualTo("LEGAL_PROCEDURE");
  }

  @Test
  @Requirement("ACC-12")
  void aRefusalWithoutGuidanceIsNotAllowed() {
    Map<String, Object> appeal = new HashMap<>(appeals.about(REGION));
    appeal.put("decision", Map.of("kind", "REFUSE", "ground", "VAGUE"));
    assertRefused(422, "REFUSAL_RULE", () -> city.register(appeal));
  }

  @Test
  @Requirement("INT-15")
  void aQuestionIsAnsweredAtOnce() throws Exception {
    Map<String, Object> appeal = new HashMap<>(appeals.question(REGION));
    appeal.put("decision", Map.of("kind", "ANSWER", "answer", "可到就近窗口办理，即来即办。"));
    JsonNode answered = city.register(appeal);
    assertThat(answered.path("answer").path("content").asText()).isEqualTo("可到就近窗口办理，即来即办。");
    assertThat(state(answered)).isEqualTo("CLOSED");
    assertThat(state(city.archive(answered.path("id").asText()))).isEqualTo("ARCHIVED");
  }

  @Test
  @Requirement("ACC-10")
  void theSameAppealOfTheSamePersonInHandlingIsNotAcceptedAgain() throws Exception {
    Map<String, Object> appeal = appeals.about(REGION);
    String first = city.accept(appeal);
    city.toUnit(first, UNIT);
    Map<String, Object> again = new HashMap<>(appeal);
    again.put("decision", Map.of("kind", "ACCEPT"));
    JsonNode second = city.register(again);
    assertThat(state(second)).isEqualTo("REFUSED");
    assertThat(second.path("refusal").path("ground").asText()).isEqualTo("DUPLICATE_IN_HANDLING");
    assertThat(second.path("refusal").path("guidance").asText()).contains(first);
  }

  @Test
  void anotherSystemsNumberComesInOnce() throws Exception {
    Map<String, Object> appeal = new HashMap<>(appeals.about(REGION));
    appeal.put("externalId", Map.of("system", "letters", "number", "L-" + System.nanoTime()));
    String first = city.accept(appeal);
    assertThat(city.accept(appeal)).isEqualTo(first);
  }

  @Test
  @Requirement("RVS-09")
  void aDissatisfiedCitizenHasItDoneAgain() throws Exception {
    String ticket = city.accept(appeals.about(REGION));
    String assignment = city.toUnit(ticket, UNIT);
    city.signFor(assignment);
    city.reply(assignment, "已转交处理。");
    city.review(ticket, assignment, true);
    assertThat(state(city.followUp(ticket, "DISSATISFIED"))).isEqualTo("AWAITING_FOLLOW_UP");
    city.client()
        .onTicket(
            "huifang",
            ticket,
            "redo",
            Map.of("assignmentId", assignment, "ground", "NOT_DILIGENT", "reason", "现场仍不亮"));
    assertThat(city.client().assignment(assignment).path("round").asInt()).isEqualTo(2);
    city.signFor(assignment);
    city.reply(assignment, "已更换灯具，现场亮灯正常。");
    city.review(ticket, assignment, true);
    assertThat(state(city.followUp(ticket, "VERY_SATISFIED"))).isEqualTo("CLOSED");
    assertThat(state(city.archive(ticket))).isEqualTo("ARCHIVED");
  }

  @Test
  void aReplyThatIsSentBackIsWrittenAgain() throws Exception {
    String ticket = city.accept(appeals.about(REGION));
    String assignment = city.toUnit(ticket, UNIT);
    city.signFor(assignment);
    city.reply(assignment, "已办。");
    city.review(ticket, assignment, false);
    assertThat(state(city.client().assignment(assignment))).isEqualTo("IN_HANDLING");
    city.reply(assignment, "已更换路灯三盏，已电话告知诉求人。");
    assertThat(state(city.review(ticket, assignment, true))).isEqualTo("AWAITING_FOLLOW_UP");
  }

  @Test
  @Requirement({"LIF-07", "LIF-08"})
  void anApprovedReturnIsDispatchedToSomebodyElse() throws Exception {
    String ticket = city.accept(appeals.about(REGION));
    String first = city.toUnit(ticket, UNIT);
    requestReturn(first);
    decideReturn(ticket, first, true);
    assertThat(state(city.client().assignment(first))).isEqualTo("RETURNED");
    String second = city.toUnit(ticket, OTHER_UNIT);
    assertThat(second).isNotEqualTo(first);
    city.signFor(second);
    city.reply(second, "已处理。");
    assertThat(state(city.review(ticket, second, true))).isEqualTo("AWAITING_FOLLOW_UP");
  }

  @Test
  void aRejectedReturnIsHandledByTheSameUnit() throws Exception {
    String ticket = city.accept(appeals.about(REGION));
    String assignment = city.toUnit(ticket, UNIT);
    requestReturn(assignment);
    decideReturn(ticket, assignment, false);
    assertThat(state(city.client().assignment(assignment))).isEqualTo("AWAITING_SIGN_FOR");
    city.signFor(assignment);
    city.reply(assignment, "已处理。");
    assertThat(state(city.review(ticket, assignment, true))).isEqualTo("AWAITING_FOLLOW_UP");
  }

  @Test
  @Requirement("LIF-05")
  void aReturnWithoutABasisIsRefused() throws Exception {
    String assignment = city.toUnit(city.accept(appeals.about(REGION)), UNIT);
    assertThatThrownBy(
            () ->
                city.client()
                    .onAssignment(
                        "unit-" + UNIT,
                        assignment,
                        "request-return",
                        Map.of("reason", "不归我们管", "basis", "", "suggestion", "")))
        .asInstanceOf(type(ApiRefusal.class))
        .satisfies(refusal -> assertThat(refusal.status()).isBetween(400, 422));
  }

  @Test
  @Requirement("LIF-09")
  void anExtensionCountsOnceItIsGranted() throws Exception {
    String ticket = city.accept(appeals.about(REGION));
    String assignment = city.toUnit(ticket, UNIT);
    city.signFor(assignment);
    String due = city.client().assignment(assignment).path("due").path("at").asText();
    city.client()
        .onAssignment(
            "unit-" + UNIT,
            assignment,
            "request-extension",
            Map.of("reason", "等待备件", "workingDays", 3, "requesterInformed", true));
    assertThat(city.client().assignment(assignment).path("due").path("at").asText()).isEqualTo(due);
    city.client()
        .onTicket(
            "paidan",
            ticket,
            "decide-extension",
            Map.of("assignmentId", assignment, "approve", true, "opinion", "同意"));
    assertThat(city.client().assignment(assignment).path("due").path("at").asText())
        .isGreaterThan(due);
  }

  @Test
  @Requirement("DSP-02")
  void severalUnitsNeedExactlyOneLead() throws Exception {
    String ticket = city.accept(appeals.about(REGION));
    assertRefused(
        422,
        "LEAD_UNIT_RULE",
        () ->
            city.client()
                .onTicket(
                    "paidan",
                    ticket,
                    "dispatch",
                    Map.of(
                        "orders",
                        List.of(
                            Desk.order("UNIT", UNIT, "CO"),
                            Desk.order("UNIT", OTHER_UNIT, "CO")))));
  }

  @Test
  void whoLookedAtAnOldVersionIsToldSo() throws Exception {
    String ticket = city.accept(appeals.about(REGION));
    long version = city.ticket(ticket).path("version").asLong();
    city.toUnit(ticket, UNIT);
    assertRefused(
        409,
        "STALE_VERSION",
        () ->
            city.client()
                .onTicket(
                    "paidan", ticket, "withdraw", Map.of("reason", "误登记", "version", version)));
  }

  @Test
  void aCallTakerMayNotDispatch() throws Exception {
    String ticket = city.accept(appeals.about(REGION));
    assertRefused(
        403,
        "FORBIDDEN",
        () -> city.client().onTicket("huawu", ticket, "dispatch", Desk.lead("UNIT", UNIT)));
  }

  @Test
  @Requirement("SEC-03")
  void aUnitDoesNotSeeTheWorkOfOthers() throws Exception {
    String assignment = city.toUnit(city.accept(appeals.about(REGION)), UNIT);
    assertThatThrownBy(
            () ->
                city.client()
                    .get("unit-" + OTHER_UNIT, "/api/assignments/" + assignment.replace('/', '~')))
        .asInstanceOf(type(ApiRefusal.class))
        .satisfies(refusal -> assertThat(refusal.status()).isIn(403, 404));
  }

  private void requestReturn(String assignment) throws Exception {
    city.client()
        .onAssignment(
            "unit-" + UNIT,
            assignment,
            "request-return",
            Map.of("reason", "该路段未移交", "basis", "权责清单第三条", "suggestion", "建议转市住建局"));
  }

  private void decideReturn(String ticket, String assignment, boolean approve) throws Exception {
    city.client()
        .onTicket(
            "paidan",
            ticket,
            "decide-return",
            Map.of("assignmentId", assignment, "approve", approve, "opinion", "已核实"));
  }

  private static String state(JsonNode entity) {
    return entity.path("state").asText();
  }

  private static void assertRefused(
      int status, String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .asInstanceOf(type(ApiRefusal.class))
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.status()).isEqualTo(status);
            });
  }
}
