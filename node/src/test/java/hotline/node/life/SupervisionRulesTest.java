package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.node.classification.AccountabilityGround;
import hotline.node.classification.Role;
import hotline.node.classification.SupervisionState;
import hotline.node.classification.SupervisionTool;
import hotline.node.classification.SupervisionTrigger;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.policy.PolicyFile;
import hotline.node.policy.SupervisionRules.Combine;
import hotline.node.policy.SupervisionRules.LowRates;
import hotline.node.supervision.About;
import hotline.node.supervision.Demand;
import hotline.node.supervision.Supervision;
import hotline.node.supervision.SupervisionCommand;
import hotline.node.supervision.SupervisionId;
import hotline.node.supervision.SupervisionLife;
import hotline.node.ticket.Actor;
import hotline.node.ticket.UnitCode;
import hotline.node.wire.EntityForms;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The course of a supervision, under the rules of Qingyang. Monday 2 March 2026, 09:00. */
class SupervisionRulesTest {

  private static final Actor SUPERVISOR = Actor.user("duban", Role.SUPERVISOR);
  private static final Actor UNIT = Actor.unitUser("unit-U1", UnitCode.of("U1"));
  private static final Actor OTHER_UNIT = Actor.unitUser("unit-U2", UnitCode.of("U2"));

  private final SimulatedNetwork network = new SimulatedNetwork();

  @Test
  @Requirement({"SUP-01", "SUP-02"})
  void aNoticeOwesAnExplanationThatTheSupervisorAccepts() {
    Supervision issued = issue(SupervisionTool.NOTICE);
    assertThat(issued.due()).isNotNull();
    assertRefused(
        issued,
        SUPERVISOR,
        new SupervisionCommand.CloseSupervision("已办结"),
        ErrorCode.SUPERVISION_RULE);
    assertRefused(issued, OTHER_UNIT, new SupervisionCommand.Explain("不是我"), ErrorCode.FORBIDDEN);

    Supervision explained = decide(issued, UNIT, new SupervisionCommand.Explain("备件未到，已催供货"));
    assertThat(explained.course().state()).isEqualTo(SupervisionState.EXPLAINED);
    assertRefused(
        explained, UNIT, new SupervisionCommand.JudgeExplanation(true, null), ErrorCode.FORBIDDEN);
    assertRefused(
        explained,
        SUPERVISOR,
        new SupervisionCommand.JudgeExplanation(false, " "),
        ErrorCode.OPINION_MISSING);

    Supervision again =
        decide(explained, SUPERVISOR, new SupervisionCommand.JudgeExplanation(false, "没有办结时间"));
    assertThat(again.course().state()).isEqualTo(SupervisionState.ISSUED);
    Supervision accepted =
        decide(
            decide(again, UNIT, new SupervisionCommand.Explain("3月5日前办结")),
            SUPERVISOR,
            new SupervisionCommand.JudgeExplanation(true, null));
    Supervision closed =
        decide(accepted, SUPERVISOR, new SupervisionCommand.CloseSupervision("已按期办结"));

    assertThat(closed.course().state()).isEqualTo(SupervisionState.CLOSED);
    assertThat(closed.course().explanations()).hasSize(2);
    assertRefused(
        closed, SUPERVISOR, new SupervisionCommand.LiftSupervision("x"), ErrorCode.STATE_FORBIDS);
  }

  @Test
  @Requirement("SUP-01")
  void anExplanationAfterItsLimitIsTakenAndMarkedLate() {
    Supervision issued = issue(SupervisionTool.NOTICE);
    network.advance(Duration.ofDays(7));
    assertThat(issued.overdue(network.now())).isTrue();
    Supervision explained = decide(issued, UNIT, new SupervisionCommand.Explain("出差"));
    assertThat(explained.course().lastExplanation()).matches(e -> e.orElseThrow().late());
  }

  @Test
  @Requirement("SUP-02")
  void anInterviewEndsOnlyAfterItTookPlace() {
    Supervision accepted =
        decide(
            decide(issue(SupervisionTool.INTERVIEW), UNIT, new SupervisionCommand.Explain("说明")),
            SUPERVISOR,
            new SupervisionCommand.JudgeExplanation(true, null));
    SupervisionCommand close = new SupervisionCommand.CloseSupervision("整改到位");
    assertRefused(accepted, SUPERVISOR, close, ErrorCode.SUPERVISION_RULE);
    Supervision held =
        decide(accepted, SUPERVISOR, new SupervisionCommand.NoteSession("市城管局分管领导", "一周内整改"));
    assertThat(decide(held, SUPERVISOR, close).course().state()).isEqualTo(SupervisionState.CLOSED);
  }

  @Test
  @Requirement({"SUP-02", "SUP-04", "SUP-06"})
  void onlyTheToolsThatTheCityNamesAreThere() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> issue(SupervisionTool.ON_SITE))
        .matches(e -> e.code() == ErrorCode.SUPERVISION_RULE)
        .withMessageContaining("现场督办");
  }

  @Test
  @Requirement({"SUP-02", "SUP-04", "SUP-06", "SUP-07"})
  void eachCityNamesItsOwnTools() {
    assertThat(tools("qingyang"))
        .contains(
            SupervisionTool.NOTICE,
            SupervisionTool.COORDINATION,
            SupervisionTool.INTERVIEW,
            SupervisionTool.CIRCULAR);
    assertThat(tools("baotou"))
        .containsExactlyInAnyOrder(
            SupervisionTool.NOTICE,
            SupervisionTool.MEETING,
            SupervisionTool.INTERVIEW,
            SupervisionTool.ON_SITE,
            SupervisionTool.PERIODIC);
    assertThat(tools("nanjing"))
        .contains(SupervisionTool.COORDINATION, SupervisionTool.INTERVIEW, SupervisionTool.JOINT);
  }

  private static Set<SupervisionTool> tools(String policy) {
    return PolicyFile.bundled(policy).supervision().tools();
  }

  @Test
  @Requirement("SUP-02")
  void aCircularOwesNoExplanation() {
    Supervision issued = issue(SupervisionTool.CIRCULAR);
    assertThat(issued.due()).isNull();
    assertThat(
            decide(issued, SUPERVISOR, new SupervisionCommand.CloseSupervision("已通报"))
                .course()
                .state())
        .isEqualTo(SupervisionState.CLOSED);
  }

  @Test
  @Requirement({"SUP-03", "SUP-06"})
  void otherBodiesJoinOnce() {
    SupervisionCommand join = new SupervisionCommand.JoinBody("市政府督查室");
    Supervision joined = decide(issue(SupervisionTool.JOINT), SUPERVISOR, join);
    assertThat(joined.demand().jointBodies()).containsExactly("市政府督查室");
    assertRefused(joined, SUPERVISOR, join, ErrorCode.ALREADY_EXISTS);
  }

  @Test
  @Requirement({"SUP-08", "SUP-09", "SEC-05"})
  void accountabilityNeedsACaseAFindingAndAMeasure() {
    Supervision issued = issue(SupervisionTool.NOTICE);
    assertRefused(
        issued,
        SUPERVISOR,
        new SupervisionCommand.HoldAccountable(AccountabilityGround.LEAK, null, "", "通报"),
        ErrorCode.SUPERVISION_RULE);
    Supervision held =
        decide(
            issued,
            SUPERVISOR,
            new SupervisionCommand.HoldAccountable(
                AccountabilityGround.LEAK, "经办人", "泄露诉求人电话", "移送纪检监察机关"));
    assertThat(held.course().accountabilities())
        .singleElement()
        .matches(one -> one.ground() == AccountabilityGround.LEAK);
  }

  @Test
  @Requirement("SUP-13")
  void whatIsTooBigForTheNodeGoesToTheAttentionOfTheOneAboveOnce() {
    SupervisionCommand escalate = new SupervisionCommand.EscalateSupervision("涉及省直单位");
    Supervision escalated = decide(issue(SupervisionTool.NOTICE), SUPERVISOR, escalate);
    assertThat(escalated.course().escalated()).isNotNull();
    assertRefused(escalated, SUPERVISOR, escalate, ErrorCode.ALREADY_EXISTS);
  }

  @Test
  @Requirement({"SUP-05", "Q-04", "SLA-16"})
  void eitherOrBothRatesBelowTheLineAsThePolicySays() {
    LowRates either = new LowRates(20, 80, Combine.EITHER, 5);
    LowRates both = new LowRates(20, 80, Combine.BOTH, 5);
    assertThat(either.tooLow(79.9, 95.0)).isTrue();
    assertThat(both.tooLow(79.9, 95.0)).isFalse();
    assertThat(both.tooLow(79.9, 60.0)).isTrue();
    assertThat(either.tooLow(80.0, 80.0)).isFalse();
    assertThat(either.tooLow(null, null)).isFalse();
  }

  private Supervision issue(SupervisionTool tool) {
    return throughTheWire(
        SupervisionLife.issue(
                SupervisionId.of(network.city.self.code(), SupervisionTrigger.MANUAL, "t1"),
                new About(network.city.units.get(0), null, null),
                new Demand(tool, SupervisionTrigger.MANUAL, "请说明情况", List.of()),
                network.city.context(network.now(), SUPERVISOR))
            .after());
  }

  private Supervision decide(Supervision supervision, Actor actor, SupervisionCommand command) {
    Supervision after =
        SupervisionLife.decide(supervision, command, network.city.context(network.now(), actor))
            .after();
    assertThat(after.version()).isEqualTo(supervision.version() + 1);
    return throughTheWire(after);
  }

  private static Supervision throughTheWire(Supervision supervision) {
    Supervision read =
        EntityForms.SUPERVISION.read(
            EntityForms.SUPERVISION.image(supervision).image(), new byte[0]);
    assertThat(read).isEqualTo(supervision);
    return read;
  }

  private void assertRefused(
      Supervision supervision, Actor actor, SupervisionCommand command, ErrorCode code) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> decide(supervision, actor, command))
        .matches(e -> e.code() == code)
        .matches(e -> !String.valueOf(e.getMessage()).isBlank());
  }
}
