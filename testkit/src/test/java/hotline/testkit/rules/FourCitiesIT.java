package hotline.testkit.rules;

import static hotline.testkit.rules.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import hotline.node.view.Times;
import hotline.requirements.Requirement;
import hotline.testkit.Desk;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Several cities' rules side by side in one network: the same appeal takes different courses. */
@ExtendWith(ManyRules.class)
final class FourCitiesIT {
  private static final String UNIT = "CGJ";
  private static final String OTHER_UNIT = "ZJJ";

  private final World world;
  private final City qingyang;
  private final City baotou;
  private final City nanjing;
  private final City changzhou;

  FourCitiesIT(World world) {
    this.world = world;
    this.qingyang = world.city(World.QINGYANG);
    this.baotou = world.city(World.BAOTOU);
    this.nanjing = world.city(World.NANJING);
    this.changzhou = world.city(World.CHANGZHOU);
  }

  @Test
  @Requirement({"ACC-10", "RVS-06", "SLA-18", "SLA-04", "SLA-14", "TIM-05"})
  void theSameAppealTakesItsOwnCourseInEachOfTheFourCities() throws Exception {
    PlainWeek week = world.nextPlainWeek();
    world.itIs(week.friday("10:00"));
    List<Filed> silent = new ArrayList<>();
    List<String> twice = new ArrayList<>();
    for (City city : List.of(qingyang, nanjing, baotou, changzhou)) {
      city.accepts("HELP")
          .dispatchedTo(UNIT)
          .isDueBy(week.nextFriday("18:00"), city == baotou ? "SLA-14" : "SLA-04");
      silent.add(handled(city));
      Map<String, Object> appeal = city.appeal("HELP", "GENERAL");
      city.desk().accept(appeal);
      twice.add(city.desk().ticket(city.desk().accept(appeal)).path("state").asText());
    }

    assertThat(twice)
        .as("Changzhou's document knows no refusal of the same matter")
        .containsExactly("REFUSED", "REFUSED", "REFUSED", "ACCEPTED");

    world.itIs(week.saturday("10:30"));
    for (Filed satisfied : silent.subList(0, 2)) {
      satisfied.comesTo("CLOSED");
    }
    for (Filed asked : silent.subList(2, 4)) {
      asked.isIn("AWAITING_FOLLOW_UP");
    }
  }

  @Test
  @Requirement({
    "CLS-03", "CLS-04", "CLS-09", "DSP-01", "Q-01", "SLA-02", "SLA-03", "SLA-04", "SLA-06",
    "SLA-12", "SLA-13", "SLA-14", "SLA-15", "POL-04", "POL-05", "POL-06", "POL-07", "POL-08",
    "POL-10"
  })
  void whatIsDispatchedOnFridayEveningIsDueAsEachCityHasIt() throws Exception {
    PlainWeek week = world.nextPlainWeek();
    world.itIs(week.friday("17:30"));

    for (City city : new City[] {qingyang, nanjing}) {
      city.accepts("HELP")
          .dispatchedTo(UNIT)
          .isToBeSignedForBy(week.monday("11:30"), "SLA-02")
          .isDueBy(week.nextFriday("18:00"), "SLA-04");
      city.accepts("CONSULTATION").dispatchedTo(UNIT).isDueBy(week.tuesday("18:00"), "SLA-03");
      city.accepts("HELP", "URGENT").dispatchedTo(UNIT).isDueBy(week.tuesday("18:00"), "SLA-06");
      city.accepts("HELP", "LIVELIHOOD")
          .dispatchedTo(UNIT)
          .isDueBy(week.nextFriday("18:00"), "SLA-04");
    }

    baotou.accepts("HELP").dispatchedTo(UNIT).isDueBy(week.nextFriday("18:00"), "SLA-14");
    baotou.accepts("CONSULTATION").dispatchedTo(UNIT).isDueBy(week.nextFriday("18:00"), "SLA-14");
    baotou.accepts("HELP", "URGENT").dispatchedTo(UNIT).isDueBy(week.friday("19:30"), "SLA-12");
    baotou
        .accepts("HELP", "LIVELIHOOD")
        .dispatchedTo(UNIT)
        .isDueBy(week.saturday("17:30"), "SLA-13");
    baotou
        .accepts("HELP", "COMPLEX")
        .dispatchedTo(UNIT)
        .isDueBy(week.fridayAfterNext("18:00"), "SLA-15");
  }

  @Test
  @Requirement({"LIF-02", "LIF-04", "LIF-06", "Q-02", "SLA-09", "POL-11"})
  void silenceCountsAsSignedForAndDoesNotTakeTheRightToReturnAway() throws Exception {
    PlainWeek week = world.nextPlainWeek();
    world.itIs(week.friday("17:30"));
    Work returned = qingyang.accepts("HELP").dispatchedTo(UNIT);
    Work late = qingyang.accepts("HELP").dispatchedTo(UNIT);

    world.itIs(week.monday("11:40"));
    returned.comesToCountAsSignedFor().asksToReturn().isIn("RETURN_REQUESTED");
    assertThat(returned.seen().path("returnRequest").path("late").asBoolean()).isFalse();

    world.itIs(week.monday("18:30"));
    late.asksToReturn();
    assertThat(late.seen().path("returnRequest").path("late").asBoolean()).isTrue();
  }

  @Test
  @Requirement({"LIF-05", "LIF-07", "Q-03"})
  void anApprovedReturnGivesTheNextUnitAFreshClockAndTheCitizenNone() throws Exception {
    PlainWeek week = world.nextPlainWeek();
    world.itIs(week.friday("10:00"));
    Filed ticket = qingyang.accepts("HELP").isOwedBy(week.nextFriday("18:00"), "SLA-04");
    Work first = ticket.dispatchedTo(UNIT).isDueBy(week.nextFriday("18:00"), "SLA-04");

    world.itIs(week.monday("10:00"));
    ticket.approvesReturn(first.asksToReturn());
    first.isIn("RETURNED");
    Work second = ticket.dispatchedTo(OTHER_UNIT);

    assertThat(Due.of(second.seen().path("due"), world.clock()).at())
        .isAfter(week.nextFriday("18:00"));
    assertThat(Due.of(ticket.seen().path("due"), world.clock()).at())
        .isEqualTo(week.nextFriday("18:00"));
  }

  @Test
  @Requirement({"LIF-09", "SLA-08", "Q-12", "POL-12"})
  void anExtensionIsAskedForInTimeAndIsNoLongerThanTheLimitItself() throws Exception {
    PlainWeek week = world.nextPlainWeek();
    world.itIs(week.friday("10:00"));
    Filed ticket = qingyang.accepts("HELP");
    Work work = ticket.dispatchedTo(UNIT).isSignedFor();
    Work tooLate = qingyang.accepts("HELP").dispatchedTo(UNIT).isSignedFor();

    refused("EXTENSION_RULE", "超过上限", () -> work.asksForDays(6));
    work.asksForDays(5).isDueBy(week.nextFriday("18:00"), "SLA-04");
    ticket.grantsExtension(work);
    work.isDueBy(week.fridayAfterNext("18:00"), "LIF-09");

    world.itIs(week.nextFriday("18:30"));
    refused("EXTENSION_RULE", "之内申请", () -> tooLate.asksForDays(1));
  }

  @Test
  @Requirement({"LIF-09", "LIF-10", "LIF-17", "POL-12"})
  void moreTimeIsAnExtensionInQingyangAndAnAccountWithAVisitInBaotou() throws Exception {
    PlainWeek week = world.nextPlainWeek();
    world.itIs(week.friday("10:00"));
    Work here = qingyang.accepts("HELP").dispatchedTo(UNIT).isSignedFor();
    Filed ticket = baotou.accepts("HELP");
    Work there = ticket.dispatchedTo(UNIT).isSignedFor();

    refused("EXTENSION_RULE", "不设“延期”", () -> there.asksForDays(1));
    refused("REQUEST_RULE", "不设“挂账”", () -> here.isVisited().asksToBePutOff(week, true));
    refused("VISIT_MISSING", "必须上门", () -> there.asksToBePutOff(week, true));
    refused("REQUEST_RULE", "诉求人认可", () -> there.isVisited().asksToBePutOff(week, false));

    there.asksToBePutOff(week, true).isSignedByItsDeputyLeader();
    there.isDueBy(week.nextFriday("18:00"), "SLA-14");
    ticket.does(
        "bangongshi",
        "office-decide",
        Map.of("assignmentId", there.id(), "number", 1, "approve", true));
    there.isDueBy(week.fridayAfterNext("18:00"), "LIF-10");
  }

  /** Each disposition counts in its own way when the month is cleared and when units are scored. */
  @Test
  @Requirement("CLS-10")
  void whatIsUnreasonableLeftOutPutOffOrASuggestionCountsInItsOwnWay() throws Exception {
    PlainWeek week = world.nextPlainWeek();
    world.itIs(week.friday("10:00"));
    Map<String, Object> unreasonable = new HashMap<>(baotou.appeal("HELP", "GENERAL"));
    unreasonable.put("merit", "UNREASONABLE");
    unreasonable.put(
        "decision", Map.of("kind", "REFUSE", "ground", "OTHER_STATUTORY", "guidance", "不予受理"));
    refused("REFUSAL_RULE", "上门劝说", () -> baotou.desk().register(unreasonable));
    unreasonable.put("decision", Map.of("kind", "ACCEPT"));
    assertThat(baotou.desk().register(unreasonable).path("merit").asText())
        .isEqualTo("UNREASONABLE");

    Work suggestion = baotou.accepts("SUGGESTION").dispatchedTo(OTHER_UNIT).isSignedFor();
    refused("VISIT_MISSING", "必须上门", () -> suggestion.isAnswered("已采纳"));
    suggestion.isVisited().isAnswered("已上门沟通并采纳");

    Filed left = baotou.accepts("HELP");
    Work leftOut = left.dispatchedTo(OTHER_UNIT).isSignedFor().isVisited();
    long before = scored("excluded");
    long volume = scored("volume");
    leftOut.asksToBeLeftOut().isSignedByItsPrincipal();
    left.does(
        "bangongshi",
        "office-decide",
        Map.of("assignmentId", leftOut.id(), "number", 1, "approve", true));
    assertThat(scored("excluded")).isEqualTo(before + 1);
    assertThat(scored("volume")).as("is not scored").isEqualTo(volume - 1);

    Filed put = baotou.accepts("HELP");
    Work putOff = put.dispatchedTo(OTHER_UNIT).isSignedFor().isVisited();
    putOff.asksToBePutOff(week, true).isSignedByItsDeputyLeader();
    put.does(
        "bangongshi",
        "office-decide",
        Map.of("assignmentId", putOff.id(), "number", 1, "approve", true));
    long onAccount = uncleared("onAccount");
    long general = uncleared("general");
    Work forgotten = baotou.accepts("HELP").dispatchedTo(OTHER_UNIT);
    world.itIs(week.fridayAfterNext("20:00"));
    assertThat(uncleared("onAccount")).as("until its day only").isGreaterThan(onAccount);
    assertThat(uncleared("general")).as("%s", forgotten.id()).isGreaterThan(general);
  }

  private long scored(String figure) throws Exception {
    String month = YearMonth.from(world.clock().instant().atZone(Times.ZONE)).toString();
    return ofOtherUnit(
            baotou.desk().client().get("duban", "/api/assessment?month=" + month), "code")
        .path("numbers")
        .path(figure)
        .asLong();
  }

  private long uncleared(String figure) throws Exception {
    return ofOtherUnit(baotou.desk().client().get("duban", "/api/clearing").path("units"), "unit")
        .path(figure)
        .asLong();
  }

  private static JsonNode ofOtherUnit(JsonNode rows, String key) {
    for (JsonNode row : rows) {
      if (row.path(key).asText().equals(OTHER_UNIT)) {
        return row;
      }
    }
    return MissingNode.getInstance();
  }

  @Test
  @Requirement({"RVS-06", "RVS-12", "RVS-13", "SLA-10", "Q-07", "POL-16"})
  void aDayOfSilenceSatisfiesQingyangAndNotBaotou() throws Exception {
    PlainWeek week = world.nextPlainWeek();
    world.itIs(week.friday("10:00"));
    Filed silent = handled(qingyang);
    Filed unrated = handled(baotou);

    world.itIs(week.saturday("10:30"));
    JsonNode closed = silent.comesTo("CLOSED");
    assertThat(closed.path("followUps").path(0).path("source").asText()).isEqualTo("DEFAULT_24H");
    unrated.isIn("AWAITING_FOLLOW_UP");
    unrated.hears("SATISFIED").isIn("CLOSED");
  }

  @Test
  @Requirement({"CLS-04", "SLA-05", "XTR-10", "Q-13", "POL-09"})
  void whatTheProvinceSendsDownHasFourWorkingDaysWhateverItIs() throws Exception {
    PlainWeek week = world.nextPlainWeek();
    world.itIs(week.friday("10:00"));
    Desk province = world.city(World.GANSU).desk();
    Filed question = world.city(World.GANSU).accepts("CONSULTATION");
    Work received =
        new Work(qingyang.desk(), province.toNode(question.id(), World.QINGYANG), world.clock());
    qingyang.desk().awaitAssignment(received.id(), "AWAITING_SIGN_FOR");
    received.isDueBy(week.thursday("18:00"), "SLA-05");

    qingyang.desk().signFor(received.id());
    String unit = qingyang.desk().onToUnit(received.id(), UNIT);
    assertThat(Due.of(qingyang.desk().client().assignment(unit).path("due"), world.clock()).at())
        .as("the city keeps time for its own answer")
        .isBefore(week.thursday("18:00"));
  }

  @Test
  @Requirement({"RVS-07", "RVS-08", "RVS-09", "LIF-19"})
  void aDissatisfiedCitizenHasItDoneAgainWhereTheUnitIsAtFault() throws Exception {
    Filed ticket = qingyang.accepts("HELP");
    Work work = ticket.dispatchedTo(UNIT).isSignedFor().isAnswered("已转物业处理。");
    ticket.acceptsReply(work).hears("DISSATISFIED").isIn("AWAITING_FOLLOW_UP");
    ticket.does(
        "huifang",
        "redo",
        Map.of("assignmentId", work.id(), "ground", "EVASIVE_REPLY", "reason", "室温未变"));
    work.isSignedFor().isAnswered("已更换换热器，室温二十度。");
    ticket.acceptsReply(work).hears("BASICALLY_SATISFIED").isIn("CLOSED");
    assertThat(ticket.seen().path("followUps"))
        .extracting(rating -> rating.path("satisfaction").asText())
        .containsExactly("DISSATISFIED", "BASICALLY_SATISFIED");
  }

  @Test
  @Requirement("RVS-10")
  void whatCannotBeDoneIsExplainedAndNotDoneAgain() throws Exception {
    Filed ticket = handled(qingyang).hears("DISSATISFIED");
    ticket.does("huifang", "explain", Map.of("explanation", "该小区未纳入今年改造计划，已说明政策。")).isIn("CLOSED");
  }

  @Test
  @Requirement("LIF-14")
  void aWithdrawnTicketEndsTheUnitsWork() throws Exception {
    Filed ticket = qingyang.accepts("HELP");
    Work work = ticket.dispatchedTo(UNIT).isSignedFor();
    ticket.does("paidan", "withdraw", Map.of("reason", "诉求人来电表示已解决"));
    ticket.isIn("WITHDRAWN");
    work.isIn("CANCELLED");
  }

  @Test
  @Requirement({"POL-11", "SLA-09", "LIF-04", "LIF-06"})
  void anUrgentReturnIsLateAfterHalfAnHourInBothCities() throws Exception {
    PlainWeek week = world.nextPlainWeek();
    world.itIs(week.friday("10:00"));
    for (City city : new City[] {qingyang, baotou}) {
      Work inTime = city.accepts("HELP", "URGENT").dispatchedTo(UNIT).asksToReturn();
      assertThat(inTime.seen().path("returnRequest").path("late").asBoolean()).isFalse();
    }
    Work here = qingyang.accepts("HELP", "URGENT").dispatchedTo(UNIT);
    Work there = baotou.accepts("HELP", "URGENT").dispatchedTo(UNIT);
    Work usual = baotou.accepts("HELP").dispatchedTo(UNIT);

    world.itIs(week.friday("10:40"));
    for (Work late : new Work[] {here, there}) {
      late.asksToReturn();
      assertThat(late.seen().path("returnRequest").path("late").asBoolean()).isTrue();
    }
    usual.asksToReturn();
    assertThat(usual.seen().path("returnRequest").path("late").asBoolean()).isFalse();
  }

  @Test
  @Requirement({"POL-13", "LIF-11", "LIF-18", "LIF-17"})
  void whatDoesNotCountIsExcludedInBaotouExemptedInNanjingAndScreenedInQingyang() throws Exception {
    Work here = qingyang.accepts("HELP").dispatchedTo(UNIT).isSignedFor();
    refused("REQUEST_RULE", "不设“剔除”", () -> here.asksToBeLeftOut(true));

    Filed exempted = nanjing.accepts("HELP");
    Work inNanjing = exempted.dispatchedTo(UNIT).isSignedFor();
    refused("REQUEST_RULE", "依据不能为空", () -> inNanjing.asksToBeLeftOut(false));
    inNanjing.asksToBeLeftOut(true);
    exempted.does(
        "paidan",
        "decide-request",
        Map.of("assignmentId", inNanjing.id(), "number", 1, "approve", true));
    assertThat(inNanjing.isGranted(1)).isTrue();

    Filed excluded = baotou.accepts("HELP");
    Work inBaotou = excluded.dispatchedTo(UNIT).isSignedFor();
    refused("VISIT_MISSING", "必须上门", () -> inBaotou.asksToBeLeftOut(true));
    inBaotou.isVisited().asksToBeLeftOut(true).isSignedByItsPrincipal();
    assertThat(inBaotou.isGranted(1)).as("the office has not passed it").isFalse();
    excluded.does(
        "bangongshi",
        "office-decide",
        Map.of("assignmentId", inBaotou.id(), "number", 1, "approve", true));
    assertThat(inBaotou.isGranted(1)).isTrue();
    for (City city : new City[] {nanjing, baotou}) {
      assertThat(city.counted(UNIT, "excluded")).isPositive();
      assertThat(city.counted(UNIT, "volume"))
          .isLessThanOrEqualTo(city.counted(UNIT, "dispatched") - city.counted(UNIT, "excluded"));
    }
    assertThat(qingyang.counted(UNIT, "excluded")).isZero();

    Filed suggestion = handled(qingyang, "SUGGESTION").hears("DISSATISFIED");
    Map<String, String> screening = Map.of("ground", "SUGGESTION", "reason", "建议类工单");
    suggestion.does("huifang", "request-screening", screening);
    suggestion.does("shenhe", "decide-screening", Map.of("approve", true));
    Filed elsewhere = handled(nanjing).hears("DISSATISFIED");
    refused(
        "SCREENING_RULE", "甄别", () -> elsewhere.does("huifang", "request-screening", screening));
  }

  @Test
  @Requirement({"POL-14", "RVS-01", "RVS-02"})
  void theUnitAndThePlatformAnswerInQingyangAndTheUnitAloneInBaotou() throws Exception {
    for (City city : new City[] {qingyang, baotou}) {
      Work work = city.accepts("HELP").dispatchedTo(UNIT).isSignedFor();
      refused("REPLY_RULE", "须先电话回复诉求人", () -> work.isAnsweredInSilence("已修复。"));
    }
    assertThat(told(qingyang, handled(qingyang))).contains("ANSWERED");
    assertThat(told(baotou, handled(baotou))).doesNotContain("ANSWERED").contains("PROGRESS");
  }

  @Test
  @Requirement({"POL-15", "RVS-05", "RVS-12", "RVS-15"})
  void thePlatformAsksAndBaotouByPhoneOnly() throws Exception {
    Filed here = handled(qingyang);
    Filed there = handled(baotou);
    Map<String, Object> message =
        Map.of("channel", "SMS", "satisfaction", "SATISFIED", "solved", true);
    refused("FORBIDDEN", "", () -> here.does("unit-" + UNIT, "follow-up", message));
    here.does("huifang", "follow-up", message).isIn("CLOSED");
    refused("FOLLOW_UP_RULE", "回访方式", () -> there.does("huifang", "follow-up", message));
    there.hears("SATISFIED").isIn("CLOSED");

    qingyang.answersAtOnce("CONSULTATION").isIn("CLOSED");
    nanjing
        .answersAtOnce("CONSULTATION")
        .isIn("AWAITING_FOLLOW_UP")
        .hears("SATISFIED")
        .isIn("CLOSED");
  }

  @Test
  @Requirement({"POL-17", "RVS-08", "RVS-12"})
  void qingyangHasFiveGradesAndBaotouTwoQuestions() throws Exception {
    handled(qingyang).hears("BASICALLY_SATISFIED").isIn("CLOSED");
    Filed there = handled(baotou);
    refused("FOLLOW_UP_RULE", "是否满意、是否解决", () -> there.hears("BASICALLY_SATISFIED"));
    there.does(
        "huifang",
        "follow-up",
        Map.of("channel", "CALL", "satisfaction", "SATISFIED", "solved", false, "comment", "未解决"));
    JsonNode rating = there.seen().path("followUps").path(0);
    assertThat(rating.path("satisfaction").asText()).isEqualTo("SATISFIED");
    assertThat(rating.path("solved").asBoolean()).isFalse();
  }

  @Test
  @Requirement({"POL-19", "SUP-03", "SUP-04", "SUP-06"})
  void eachCitySupervisesForItsOwnCausesByItsOwnMeans() throws Exception {
    for (String cause : new String[] {"POOR_QUALITY", "BUCK_PASSING", "UNTRUE_REPLY"}) {
      assertThat(nanjing.supervises(UNIT, "JOINT", cause).path("trigger").asText())
          .isEqualTo(cause);
    }
    refused("SUPERVISION_RULE", "督办方式", () -> baotou.supervises(UNIT, "JOINT", "POOR_QUALITY"));
    assertThat(baotou.supervises(UNIT, "MEETING", "POOR_QUALITY").path("tool").asText())
        .isEqualTo("MEETING");
    refused("SUPERVISION_RULE", "督办方式", () -> qingyang.supervises(UNIT, "MEETING", "UNTRUE_REPLY"));
    refused("INVALID_INPUT", "由系统自动发现", () -> qingyang.supervises(UNIT, "NOTICE", "OVERDUE"));
  }

  /**
   * The tree that the rules speak of is the one of the nodes: four tiers and a city without any.
   */
  @Test
  @Requirement({"POL-03", "TOP-12"})
  void aMatterGoesDownTheTiersThatTheCityHas() throws Exception {
    Filed ticket = baotou.accepts("HELP");
    Desk above = baotou.desk();
    String received = above.toNode(ticket.id(), World.KUNDULUN);
    Desk district = world.city(World.KUNDULUN).desk();
    district.awaitAssignment(received, "AWAITING_SIGN_FOR");
    district.signFor(received);
    String town = district.onToNode(received, World.TOWN);
    Desk station = world.city(World.TOWN).desk();
    station.awaitAssignment(town, "AWAITING_SIGN_FOR");
    station.signFor(town);
    String village = station.onToNode(town, World.VILLAGE);
    world.city(World.VILLAGE).desk().awaitAssignment(village, "AWAITING_SIGN_FOR");
    refused(
        "UNKNOWN_ASSIGNEE",
        "",
        () -> nanjing.desk().toNode(nanjing.accepts("HELP").id(), World.KUNDULUN));
  }

  private static List<String> told(City city, Filed ticket) throws Exception {
    List<String> kinds = new ArrayList<>();
    city.desk()
        .client()
        .get("huifang", "/api/notices?ticket=" + ticket.id())
        .path("items")
        .forEach(notice -> kinds.add(notice.path("kind").asText()));
    return kinds;
  }

  private static Filed handled(City city, String category) throws Exception {
    Filed ticket = city.accepts(category);
    Work work = ticket.dispatchedTo(UNIT).isSignedFor().isAnswered("已研究，暂不具备条件，已向诉求人说明。");
    return ticket.acceptsReply(work).isIn("AWAITING_FOLLOW_UP");
  }

  private static Filed handled(City city) throws Exception {
    Filed ticket = city.accepts("HELP");
    Work work = ticket.dispatchedTo(UNIT).isSignedFor().isAnswered("已检修换热站，室温恢复正常。");
    return ticket.acceptsReply(work).isIn("AWAITING_FOLLOW_UP");
  }
}
