package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.calendar.Deadline;
import hotline.node.classification.UrgeKind;
import hotline.node.error.ErrorCode;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketState;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssigneeRulesTest {

  private static final AssignmentCommand.RequestReturn RETURN =
      new AssignmentCommand.RequestReturn("不属职责", "三定方案第二条", "转城管局");

  @Test
  @Requirement({"LIF-02", "Q-02"})
  void silenceUntilTheLimitCountsAsSignedForAndResetsNoClock() {
    Story story = Story.in(TicketState.IN_HANDLING).later(Duration.ofHours(2));
    Story.assertRefused(
        story.attemptUnit(1, new AssignmentCommand.DeemSignedFor()), ErrorCode.TOO_EARLY);
    var terms = story.assignment(1).terms();

    story.later(Duration.ofHours(1)).unit(1, new AssignmentCommand.DeemSignedFor());

    assertThat(story.assignment(1).state()).isEqualTo(AssignmentState.IN_HANDLING);
    assertThat(story.assignment(1).handling().signFor().deemed()).isTrue();
    assertThat(story.assignment(1).terms()).isEqualTo(terms);
    assertThat(story.ticket().orders().all().get(0).state()).isEqualTo(OrderState.SIGNED);
    Story.assertRefused(
        story.attemptUnit(1, new AssignmentCommand.DeemSignedFor()), ErrorCode.STATE_FORBIDS);
    story.unit(1, RETURN);
  }

  @ParameterizedTest
  @Requirement("LIF-05")
  @CsvSource({"'',b,c,退单理由", "a,' ',c,退单依据", "a,b,'',转送建议"})
  void aReturnWithoutReasonBasisOrSuggestionIsRefused(
      String reason, String basis, String suggestion, String missing) {
    Story.assertRefused(
        Story.in(TicketState.IN_HANDLING)
            .attemptUnit(1, new AssignmentCommand.RequestReturn(reason, basis, suggestion)),
        ErrorCode.RETURN_RULE,
        missing + "不能为空");
  }

  @Test
  @Requirement({"LIF-04", "LIF-06"})
  void aReturnAfterItsLimitIsTakenButMarkedLate() {
    Story inTime = Story.in(TicketState.IN_HANDLING).later(Duration.ofHours(33)).unit(1, RETURN);
    assertThat(inTime.assignment(1).handling().returnRequest().late()).isFalse();

    Story late = Story.in(TicketState.IN_HANDLING).later(Duration.ofHours(34)).unit(1, RETURN);
    assertThat(late.assignment(1).handling().returnRequest().late()).isTrue();
  }

  @Test
  @Requirement({"LIF-07", "Q-03"})
  void anApprovedReturnFreesTheTicketAndTheNextUnitGetsAFreshClock() {
    Story story = Story.in(TicketState.IN_HANDLING);
    Deadline citizen = story.ticket().clock().due();
    story
        .later(Duration.ofHours(24))
        .unit(1, RETURN)
        .done(new HolderCommand.DecideReturn(story.order(1), true, null));

    assertThat(story.ticket().state()).isEqualTo(TicketState.ACCEPTED);
    assertThat(story.assignment(1).state()).isEqualTo(AssignmentState.RETURNED);
    story.dispatchTo(1);
    assertThat(story.assignment(2).terms().due().at())
        .isEqualTo(Instant.parse("2026-03-10T10:00:00Z"));
    assertThat(story.ticket().clock().due()).isEqualTo(citizen);
  }

  @Test
  @Requirement("LIF-07")
  void aReturnThatIsTurnedDownGoesBackToWhereItWas() {
    Story story = Story.in(TicketState.IN_HANDLING).unit(1, RETURN);
    HolderCommand silent = new HolderCommand.DecideReturn(story.order(1), false, null);
    Story.assertRefused(story.attempt(silent), ErrorCode.OPINION_MISSING);

    story.done(new HolderCommand.DecideReturn(story.order(1), false, "属你单位职责"));

    assertThat(story.assignment(1).state()).isEqualTo(AssignmentState.AWAITING_SIGN_FOR);
    assertThat(story.ticket().orders().all().get(0).state()).isEqualTo(OrderState.PLACED);
  }

  /** Five working days, so at most until the tenth. */
  @Test
  @Requirement({"LIF-09", "SLA-08", "Q-12"})
  void anExtensionMayNotExceedTheOriginalLimit() {
    Story story = handling();

    Story.assertRefused(
        story.attemptUnit(1, new AssignmentCommand.RequestExtension("需协调", 6, true)),
        ErrorCode.EXTENSION_RULE,
        "超过上限",
        "1 倍");
    story.unit(1, new AssignmentCommand.RequestExtension("需协调", 3, true));
    Story.assertRefused(
        story.attemptUnit(1, new AssignmentCommand.RequestExtension("再延", 1, true)),
        ErrorCode.STATE_FORBIDS,
        "不能申请延期");
    story.done(new HolderCommand.DecideExtension(story.order(1), true, null));

    assertThat(story.assignment(1).terms().due())
        .isEqualTo(new Deadline(Instant.parse("2026-03-12T10:00:00Z"), "LIF-09", false));
    assertThat(story.ticket().orders().all().get(0).terms()).isEqualTo(story.assignment(1).terms());
    Story.assertRefused(
        story.attemptUnit(1, new AssignmentCommand.RequestExtension("再延", 3, true)),
        ErrorCode.EXTENSION_RULE,
        "超过上限");
    Checks.requireDecided(
        story.attemptUnit(1, new AssignmentCommand.RequestExtension("再延", 2, true)));
  }

  @Test
  @Requirement("LIF-09")
  void anExtensionNeedsAReasonAnInformedCitizenAndToBeInTime() {
    Story story = handling();

    Story.assertRefused(
        story.attemptUnit(1, new AssignmentCommand.RequestExtension("", 1, true)),
        ErrorCode.EXTENSION_RULE,
        "延期理由");
    Story.assertRefused(
        story.attemptUnit(1, new AssignmentCommand.RequestExtension("需协调", 1, false)),
        ErrorCode.EXTENSION_RULE,
        "向诉求人说明");
    Story.assertRefused(
        story.attemptUnit(1, new AssignmentCommand.RequestExtension("需协调", 0, true)),
        ErrorCode.EXTENSION_RULE,
        "收到 0");
    story.later(Duration.ofDays(8));
    Story.assertRefused(
        story.attemptUnit(1, new AssignmentCommand.RequestExtension("需协调", 1, true)),
        ErrorCode.EXTENSION_RULE,
        "之内申请");
  }

  @Test
  @Requirement("LIF-09")
  void anExtensionThatIsTurnedDownLeavesTheDeadline() {
    Story story = handling().unit(1, new AssignmentCommand.RequestExtension("需协调", 3, true));
    Deadline due = story.assignment(1).terms().due();

    story.done(new HolderCommand.DecideExtension(story.order(1), false, "理由不充分"));

    assertThat(story.assignment(1).terms().due()).isEqualTo(due);
    assertThat(story.assignment(1).handling().requests().get(0).verdict().approved()).isFalse();
  }

  /** The city cannot give away time that the province has not given it. */
  @Test
  @Requirement("XTR-10")
  void aNodeGrantsNoTimeBeyondItsOwn() {
    Story story = Story.at(network -> network.province);
    story.register(Appeals.usual(), new TicketCommand.AcceptTicket(null));
    SimulatedNode city = story.network.city;
    story.dispatch(city.self);
    story.network.deliverAll();
    var received = story.order(1);
    var unit = received.child(1);
    story
        .at(city, received, new AssignmentCommand.SignForWork(null))
        .at(city, received, new HolderCommand.PlaceOrders(List.of(Story.lead(city.units.get(0)))))
        .at(city, unit, new AssignmentCommand.SignForWork(null))
        .at(city, unit, new AssignmentCommand.RequestExtension("需协调", 2, true));
    HolderCommand grant = new HolderCommand.DecideExtension(unit, true, null);
    Story.assertRefused(
        city.decide(received, grant, Story.STAFF), ErrorCode.EXTENSION_RULE, "须先向上级申请延期");

    story.at(city, received, new AssignmentCommand.RequestExtension("需协调", 2, true));
    story.network.deliverAll();
    story.done(new HolderCommand.DecideExtension(received, true, null));
    story.network.deliverAll();

    story.at(city, received, grant);
    assertThat(city.assignments.get(unit).terms().due().rule()).isEqualTo("LIF-09");
  }

  @Test
  @Requirement("RVS-01")
  void aUnitRepliesOnlyAfterItHasSpokenWithTheCitizen() {
    Story story = handling();

    Story.assertRefused(
        story.attemptUnit(1, new AssignmentCommand.ReplyToHolder("已修复", true, false)),
        ErrorCode.REPLY_RULE,
        "未联系诉求人");
    Story.assertRefused(
        story.attemptUnit(1, new AssignmentCommand.ReplyToHolder(" ", true, true)),
        ErrorCode.REPLY_RULE,
        "答复内容不能为空");
  }

  @Test
  void nobodyNeedsToReachACitizenWhoLeftNoNumber() {
    Story story = Story.atCity();
    Checks.requireDecided(
        story.tryRegister(
            Appeals.usual(), Appeals.anonymous(), new TicketCommand.AcceptTicket(null)));
    story.dispatchTo(0).unit(1, new AssignmentCommand.SignForWork(null));

    story.unit(1, new AssignmentCommand.ReplyToHolder("已修复", true, false));
  }

  @Test
  @Requirement("LIF-14")
  void aWithdrawalStopsEverybodyDownToTheLastUnit() {
    Story story = Story.accepted();
    SimulatedNode district = story.network.district;
    story.dispatch(district.self);
    story.network.deliverAll();
    story
        .at(district, story.order(1), new AssignmentCommand.SignForWork(null))
        .at(
            district,
            story.order(1),
            new HolderCommand.PlaceOrders(List.of(Story.lead(district.units.get(0)))));
    story.network.deliverAll();

    story.done(new TicketCommand.WithdrawTicket("诉求人来电表示已解决"));
    story.network.deliverAll();

    assertThat(district.assignments.values())
        .hasSize(2)
        .allMatch(assignment -> assignment.state() == AssignmentState.CANCELLED);
    Checks.bothEndsAgree(story.network);
  }

  @Test
  void aReplyThatCrossesAWithdrawalChangesNothing() {
    Story story = Story.accepted();
    SimulatedNode district = story.network.district;
    story.dispatch(district.self);
    story.network.deliverAll();
    story
        .at(district, story.order(1), new AssignmentCommand.SignForWork(null))
        .at(district, story.order(1), new AssignmentCommand.ReplyToHolder("已办", true, true))
        .done(new TicketCommand.WithdrawTicket("已解决"));

    story.network.deliverAll();

    assertThat(story.ticket().state()).isEqualTo(TicketState.WITHDRAWN);
    assertThat(district.assignments.get(story.order(1)).state())
        .isEqualTo(AssignmentState.CANCELLED);
  }

  @Test
  @Requirement("SUP-10")
  void remindersAndSupervisionsAreKeptAtBothEnds() {
    Story story = Story.in(TicketState.IN_HANDLING);
    Story.assertRefused(
        story.attempt(new HolderCommand.UrgeOrders(null, UrgeKind.REMINDER, "")),
        ErrorCode.OPINION_MISSING);

    story
        .done(new HolderCommand.UrgeOrders(null, UrgeKind.REMINDER, "请尽快办理"))
        .done(new HolderCommand.UrgeOrders(story.order(1), UrgeKind.SUPERVISION, "限期说明情况"));

    assertThat(story.assignment(1).handling().urges())
        .extracting(urge -> urge.kind())
        .containsExactly(UrgeKind.REMINDER, UrgeKind.SUPERVISION);
    assertThat(story.ticket().orders().all().get(0).handling())
        .isEqualTo(story.assignment(1).handling());
  }

  private static Story handling() {
    return Story.in(TicketState.IN_HANDLING).unit(1, new AssignmentCommand.SignForWork(null));
  }
}
