package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.calendar.Holidays;
import hotline.node.calendar.WorkingCalendar;
import hotline.node.classification.Category;
import hotline.node.classification.Channel;
import hotline.node.classification.Merit;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.Role;
import hotline.node.classification.Urgency;
import hotline.node.classification.WithheldCase;
import hotline.node.error.ErrorCode;
import hotline.node.policy.Policy;
import hotline.node.policy.PolicyFile;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.Decision;
import hotline.node.ticket.DecisionContext;
import hotline.node.ticket.EmergencyTransfer;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.RegisterTicket;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketCommand.AcceptTicket;
import hotline.node.ticket.TicketCommand.AnswerTicket;
import hotline.node.ticket.TicketCommand.RefuseTicket;
import hotline.node.ticket.TicketEvent;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketLife;
import hotline.node.ticket.TicketState;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import hotline.requirements.Requirement;
import hotline.sync.NodeCode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is accepted and on which grounds not, city by city. */
class AcceptanceRulesTest {

  private static final String QINGYANG = "qingyang";

  /** Monday, 10:00. */
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  private static final TicketId EARLIER = TicketId.parse("621000-20261101-000007");

  @Test
  @Requirement({"ACC-05", "ACC-12", "EMG-04"})
  void aCallForHelpIsPassedOnBeforeItIsRefused() {
    refused(tried(QINGYANG, appeal(), refuse(RefusalGround.EMERGENCY_SERVICE)), "须先转接紧急热线", "119");

    Ticket ticket =
        done(
            QINGYANG,
            appeal(),
            new RefuseTicket(
                RefusalGround.EMERGENCY_SERVICE,
                "已转接119",
                null,
                null,
                new EmergencyTransfer.Report("119", true, null)));

    assertThat(ticket.state()).isEqualTo(TicketState.REFUSED);
    assertThat(ticket.outcome().transfers())
        .singleElement()
        .satisfies(
            transfer -> {
              assertThat(transfer.number()).isEqualTo("119");
              assertThat(transfer.connected()).isTrue();
              assertThat(transfer.at()).isEqualTo(NOW);
              assertThat(transfer.by().id()).isEqualTo("huawu");
            });
  }

  @Test
  @Requirement({"ACC-05", "ACC-06", "POL-01", "EMG-02"})
  void whichNumbersThereAreIsTheCitysRule() {
    refused(tried(QINGYANG, appeal(), helped("12395")), "12395", "不是紧急热线");
    refused(tried("changzhou", appeal(), helped("122")), "122", "不是紧急热线");
    assertThat(done("changzhou", appeal(), helped("12395")).outcome().transfers()).hasSize(1);
  }

  @Test
  @Requirement({"EMG-04", "ACC-12"})
  void anAcceptedTicketGoesOnAfterACallForHelpWasPassedOn() {
    Ticket accepted = done(QINGYANG, appeal(), new AcceptTicket(null));

    Ticket after =
        decided(
            accepted,
            TicketLife.decide(
                accepted,
                new TicketCommand.TransferToEmergency(
                    new EmergencyTransfer.Report("120", false, "占线，已告知自行拨打")),
                context(QINGYANG)));

    assertThat(after.state()).isEqualTo(TicketState.ACCEPTED);
    assertThat(after.outcome().transfers()).hasSize(1);
    assertThat(after.outcome().transfers().get(0).connected()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(value = WithheldCase.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  @Requirement("ACC-13")
  void withheldInformationIsAGroundInFourCases(WithheldCase withheld) {
    refused(tried(QINGYANG, appeal(), refuse(RefusalGround.INFORMATION_WITHHELD)), "哪一种情形");

    Ticket ticket =
        done(
            QINGYANG,
            appeal(),
            new RefuseTicket(RefusalGround.INFORMATION_WITHHELD, "请备齐后再来电", withheld, null, null));

    assertThat(ticket.outcome().refusal().withheld()).isEqualTo(withheld);
  }

  @Test
  @Requirement("ACC-07")
  void whatWasConcludedIsNotTakenUpAgainOnTheSameFacts() {
    Ticket again = done(QINGYANG, appeal(), new AcceptTicket(null, EARLIER, null));

    assertThat(again.state()).isEqualTo(TicketState.REFUSED);
    assertThat(again.outcome().refusal().ground()).isEqualTo(RefusalGround.ALREADY_CONCLUDED);
    assertThat(again.outcome().refusal().earlier()).isEqualTo(EARLIER.toString());
    assertThat(again.outcome().refusal().guidance()).contains(EARLIER.toString());

    Ticket withNews = done(QINGYANG, appeal(), new AcceptTicket(null, EARLIER, "路灯修好后又坏了"));
    assertThat(withNews.state()).isEqualTo(TicketState.ACCEPTED);
    // the historic document knows no such rule
    assertThat(done("changzhou", appeal(), new AcceptTicket(null, EARLIER, null)).state())
        .isEqualTo(TicketState.ACCEPTED);
  }

  @Test
  @Requirement("ACC-07")
  void whoSaysThatItWasConcludedSaysByWhat() {
    refused(tried(QINGYANG, appeal(), refuse(RefusalGround.ALREADY_CONCLUDED)), "办结的工单编号");
  }

  @Test
  @Requirement("ACC-10")
  void theSamePersonsSameMatterInHandlingIsRefusedNamingIt() {
    Ticket again = done(QINGYANG, appeal(), new AcceptTicket(EARLIER));

    assertThat(again.outcome().refusal().ground()).isEqualTo(RefusalGround.DUPLICATE_IN_HANDLING);
    assertThat(again.outcome().refusal().earlier()).isEqualTo(EARLIER.toString());
    assertThat(done("changzhou", appeal(), new AcceptTicket(EARLIER)).state())
        .isEqualTo(TicketState.ACCEPTED);
  }

  @ParameterizedTest
  @EnumSource(
      value = RefusalGround.class,
      names = {
        "OUT_OF_TERRITORY",
        "LEGAL_PROCEDURE",
        "SECRET_OR_PRIVACY",
        "ABUSIVE",
        "VAGUE",
        "OTHER_STATUTORY"
      })
  @Requirement({"ACC-01", "ACC-02", "ACC-04", "ACC-07", "ACC-09", "ACC-11", "ACC-12"})
  void aRefusalHasAGroundOfThePolicyAndGuidance(RefusalGround ground) {
    refused(tried(QINGYANG, appeal(), new RefuseTicket(ground, " ")), "解释引导");

    Ticket ticket = done(QINGYANG, appeal(), refuse(ground));

    assertThat(ticket.outcome().refusal().ground()).isEqualTo(ground);
    assertThat(PolicyFile.bundled(QINGYANG).intake().guidance()).containsKey(ground);
  }

  @Test
  @Requirement({"ACC-03", "ACC-06", "ACC-08"})
  void changzhouHasGroundsOfItsOwn() {
    for (RefusalGround own :
        List.of(
            RefusalGround.PROCEDURE_ENTERED,
            RefusalGround.MILITARY,
            RefusalGround.UNLAWFUL_OR_IMMORAL)) {
      assertThat(done("changzhou", appeal(), refuse(own)).state()).isEqualTo(TicketState.REFUSED);
      refused(tried(QINGYANG, appeal(), refuse(own)), "不在本节点规则之内");
    }
    // a procedure that could be entered is no ground there, one that was entered is
    refused(tried("changzhou", appeal(), refuse(RefusalGround.LEGAL_PROCEDURE)), "规则之内");
  }

  @Test
  @Requirement({"ACC-15", "CLS-10"})
  void anUnreasonableAppealIsVisitedWhereThePolicySaysSoAndNotRefused() {
    Appeal unreasonable = of(Category.HELP, Merit.UNREASONABLE, false);

    refused(tried("baotou", unreasonable, refuse(RefusalGround.OTHER_STATUTORY)), "上门劝说");
    assertThat(done("baotou", unreasonable, new AcceptTicket(null)).state())
        .isEqualTo(TicketState.ACCEPTED);
    assertThat(done(QINGYANG, unreasonable, refuse(RefusalGround.OTHER_STATUTORY)).state())
        .isEqualTo(TicketState.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMPLAINT", "REPORT", "HELP"})
  @Requirement("TOP-23")
  void aHotlineThatMayNotDoADepartmentsWorkOnlyAnswersQuestions(String category) {
    Appeal appeal = of(Category.valueOf(category), Merit.UNJUDGED, false);

    refused(tried("nanjing", appeal, new AnswerTicket("已了解")), "应转承办单位办理");
    assertThat(
            done(
                    "nanjing",
                    of(Category.CONSULTATION, Merit.UNJUDGED, false),
                    new AnswerTicket("工作日九点"))
                .state())
        .isNotEqualTo(TicketState.REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMPLAINT", "REPORT"})
  @Requirement("INT-15")
  void complaintsAndReportsAreNotClosedWithoutADispatch(String category) {
    Appeal appeal = of(Category.valueOf(category), Merit.UNJUDGED, false);

    refused(tried(QINGYANG, appeal, new AnswerTicket("已了解")), "应转承办单位办理");
  }

  @Test
  @Requirement("INT-15")
  void anAnswerAtOnceNamesTheUnitThatWasAsked() {
    UnitRef unit = new UnitRef(UnitCode.of("CGJ"), "市城管局");

    Ticket ticket = done(QINGYANG, appeal(), new AnswerTicket("今晚修复", unit));

    assertThat(ticket.state()).isEqualTo(TicketState.CLOSED);
    assertThat(ticket.outcome().answer().contacted()).isEqualTo(unit);
    assertThat(ticket.orders().all()).isEmpty();
  }

  @Test
  @Requirement("INT-12")
  void anEnterprisesAppealIsDispatchedSooner() {
    Ticket enterprise =
        done(QINGYANG, of(Category.HELP, Merit.UNJUDGED, true), new AcceptTicket(null));
    Ticket person = done(QINGYANG, appeal(), new AcceptTicket(null));

    assertThat(enterprise.clock().dispatchBy().rule()).isEqualTo("INT-12");
    assertThat(enterprise.clock().dispatchBy().at()).isBefore(person.clock().dispatchBy().at());
    assertThat(PolicyFile.bundled(QINGYANG).intake().enterprise().recognises("庆阳某某商贸有限公司"))
        .isTrue();
    assertThat(PolicyFile.bundled(QINGYANG).intake().enterprise().recognises("张三")).isFalse();
  }

  @Test
  @Requirement({"CLS-01", "CLS-02"})
  void changzhouKnowsFewerTypesOfAppeal() {
    Appeal praise = of(Category.PRAISE, Merit.UNJUDGED, false);

    refused(tried("changzhou", praise, new AcceptTicket(null)), "不在本节点规则之内");
    assertThat(done(QINGYANG, praise, new AcceptTicket(null)).state())
        .isEqualTo(TicketState.ACCEPTED);
  }

  @Test
  @Requirement({"CLS-05", "CLS-08"})
  void wordsHintAtUrgencyAndAtEmergencies() {
    var rules = PolicyFile.bundled(QINGYANG).intake();

    assertThat(rules.looksUrgent("南区大面积停水已六小时")).isTrue();
    assertThat(rules.looksUrgent("路灯不亮")).isFalse();
    assertThat(rules.emergencyOf("三楼起火了")).contains("119");
    assertThat(rules.emergencyOf("咨询社保")).isEmpty();
  }

  private static RefuseTicket refuse(RefusalGround ground) {
    return new RefuseTicket(ground, "请通过相应渠道反映");
  }

  private static RefuseTicket helped(String number) {
    return new RefuseTicket(
        RefusalGround.EMERGENCY_SERVICE,
        "已转接",
        null,
        null,
        new EmergencyTransfer.Report(number, true, null));
  }

  private static Appeal appeal() {
    return of(Category.HELP, Merit.UNJUDGED, false);
  }

  private static Appeal of(Category category, Merit merit, boolean enterprise) {
    return new Appeal(
        Channel.PHONE,
        category,
        Urgency.GENERAL,
        enterprise,
        null,
        "路灯不亮",
        "南大街路灯连续三晚不亮",
        null,
        "南大街",
        null,
        List.of(),
        merit,
        0);
  }

  private static Ticket done(String policy, Appeal appeal, TicketCommand.Ruling ruling) {
    return decided(null, tried(policy, appeal, ruling));
  }

  private static Ticket decided(Ticket before, Decision<TicketEvent> decision) {
    Checks.requireDecided(decision);
    return TicketLife.evolve(before, ((Decision.Decided<TicketEvent>) decision).events());
  }

  private static Decision<TicketEvent> tried(
      String policy, Appeal appeal, TicketCommand.Ruling ruling) {
    TicketId id = TicketId.parse("621000-20261123-000001");
    return TicketLife.register(
        new RegisterTicket(id, "q1", appeal, Appeals.requester(), ruling), context(policy));
  }

  private static DecisionContext context(String name) {
    Policy policy = PolicyFile.bundled(name);
    return new DecisionContext(
        policy,
        new WorkingCalendar(policy.workingHours(), Holidays.bundled()),
        NOW,
        Actor.user("huawu", Role.CALL_TAKER),
        new NodeRef(NodeCode.of("621000"), "庆阳市12345政务服务便民热线"),
        null);
  }

  private static void refused(Decision<TicketEvent> decision, String... words) {
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    Decision.Refused<TicketEvent> refused = (Decision.Refused<TicketEvent>) decision;
    assertThat(refused.code()).isNotEqualTo(ErrorCode.INTERNAL);
    assertThat(refused.message()).contains(words);
  }
}
