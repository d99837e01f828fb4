package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.calendar.Deadline;
import hotline.node.classification.Approver;
import hotline.node.classification.Category;
import hotline.node.classification.ContactResult;
import hotline.node.classification.ContactWay;
import hotline.node.classification.HandlingRole;
import hotline.node.classification.RedoGround;
import hotline.node.classification.RequestKind;
import hotline.node.classification.Role;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.Urgency;
import hotline.node.error.ErrorCode;
import hotline.node.ticket.Actor;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.Order;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.RequestDraft;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketState;
import hotline.node.ticket.UnitCode;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What units may ask for, what it takes, and who signs (LIF-09 to LIF-18). */
class RequestRulesTest {

  private static final UnitCode UNIT = UnitCode.of("U1");
  private static final Actor DEPUTY = new Actor(Actor.Kind.USER, "fenguan", Role.UNIT_DEPUTY, UNIT);
  private static final Actor PRINCIPAL =
      new Actor(Actor.Kind.USER, "zhuyao", Role.UNIT_PRINCIPAL, UNIT);
  private static final Actor OFFICE = Actor.user("bangongshi", Role.OFFICE);
  private static final AssignmentCommand VISIT =
      new AssignmentCommand.NoteContact("上门说明原因", ContactWay.VISIT, ContactResult.REACHED);
  private static final AssignmentCommand SIGNED = new AssignmentCommand.SignRequest(1, true, null);

  @Test
  @Requirement({"LIF-10", "LIF-16", "LIF-17"})
  void puttingOffNeedsAVisitTheCitizensConsentAndADay() {
    Story story = Story.handledUnder("baotou");
    Story.assertRefused(story.attemptUnit(1, onAccount(true)), ErrorCode.VISIT_MISSING, "必须上门");
    story.unit(1, new AssignmentCommand.NoteContact("已电话沟通"));
    Story.assertRefused(story.attemptUnit(1, onAccount(true)), ErrorCode.VISIT_MISSING, "必须上门");

    story.unit(1, VISIT);

    Story.assertRefused(story.attemptUnit(1, onAccount(false)), ErrorCode.REQUEST_RULE, "诉求人认可");
    Story.assertRefused(
        story.attemptUnit(1, request(RequestKind.ON_ACCOUNT, null, null, true)),
        ErrorCode.REQUEST_RULE,
        "明确办结时间");
    story.unit(1, onAccount(true));
    assertThat(story.assignment(1).nextSigner()).contains(Approver.UNIT_DEPUTY);
  }

  @Test
  @Requirement("LIF-10")
  void puttingOffIsSignedByTheDeputyLeaderThenByTheOfficeAndOnlyThenMovesTheDeadline() {
    Story story = Story.handledUnder("baotou").unit(1, VISIT).unit(1, onAccount(true));
    Deadline before = story.assignment(1).terms().due();
    Story.assertRefused(story.attemptUnitAs(PRINCIPAL, 1, SIGNED), ErrorCode.FORBIDDEN, "单位分管领导");
    Story.assertRefused(story.attemptAs(OFFICE, officeSays(story, true)), ErrorCode.STATE_FORBIDS);

    story.unitAs(DEPUTY, 1, SIGNED);

    Story.assertRefused(
        story.attempt(
            new HolderCommand.DecideRequest(story.order(1), 1, Approver.PLATFORM, true, null)),
        ErrorCode.REQUEST_RULE,
        "领导小组办公室");
    Story.assertRefused(story.attempt(officeSays(story, true)), ErrorCode.FORBIDDEN, "领导小组办公室");
    assertThat(story.assignment(1).terms().due()).isEqualTo(before);
    story.doneAs(OFFICE, officeSays(story, true));

    Deadline agreed = new Deadline(Instant.parse("2026-06-30T10:00:00Z"), "LIF-10", false);
    assertThat(story.assignment(1).terms().due()).isEqualTo(agreed);
    assertThat(story.ticket().orders().all().get(0).terms().due()).isEqualTo(agreed);
    assertThat(story.assignment(1).handling().requests(RequestKind.ON_ACCOUNT))
        .singleElement()
        .satisfies(request -> assertThat(request.signatures()).hasSize(2));
  }

  @Test
  @Requirement("LIF-10")
  void whatTheDeputyLeaderTurnsDownNeverReachesTheOffice() {
    Story story = Story.handledUnder("baotou").unit(1, VISIT).unit(1, onAccount(true));
    Story.assertRefused(
        story.attemptUnitAs(DEPUTY, 1, new AssignmentCommand.SignRequest(1, false, " ")),
        ErrorCode.OPINION_MISSING);

    story.unitAs(DEPUTY, 1, new AssignmentCommand.SignRequest(1, false, "可以按期办结"));

    Story.assertRefused(story.attemptAs(OFFICE, officeSays(story, true)), ErrorCode.STATE_FORBIDS);
    assertThat(story.ticket().orders().all().get(0).handling())
        .isEqualTo(story.assignment(1).handling());
    story.unit(1, onAccount(true));
  }

  @Test
  @Requirement({"LIF-11", "LIF-17"})
  void anExclusionNeedsGroundsAndThePrincipalLeadersSignatureNotTheDeputys() {
    Story story = Story.handledUnder("baotou").unit(1, VISIT);
    Story.assertRefused(
        story.attemptUnit(1, request(RequestKind.EXCLUSION, " ", null, true)),
        ErrorCode.REQUEST_RULE,
        "剔除依据");

    story.unit(1, request(RequestKind.EXCLUSION, "征地补偿条例第三条", null, true));

    Story.assertRefused(story.attemptUnitAs(DEPUTY, 1, SIGNED), ErrorCode.FORBIDDEN, "单位主要领导");
    story.unitAs(PRINCIPAL, 1, SIGNED);
    assertThat(story.assignment(1).handling().excluded()).isFalse();
    story.doneAs(OFFICE, officeSays(story, true));
    assertThat(story.assignment(1).handling().excluded()).isTrue();
    assertThat(story.ticket().orders().all().get(0).handling().excluded()).isTrue();
    assertThat(story.assignment(1).state()).isEqualTo(AssignmentState.IN_HANDLING);
  }

  @Test
  @Requirement("LIF-11")
  void anExclusionCanStillBeAskedForAfterTheReply() {
    Story story = Story.handledUnder("baotou").unit(1, VISIT);
    story.unit(1, new AssignmentCommand.ReplyToHolder("暂无政策支持", false, true));
    story.unit(1, request(RequestKind.EXCLUSION, "征地补偿条例第三条", null, true));

    Story.assertRefused(story.attemptUnit(1, onAccount(true)), ErrorCode.STATE_FORBIDS, "不能申请挂账");
    story.unitAs(PRINCIPAL, 1, SIGNED).doneAs(OFFICE, officeSays(story, true));
    assertThat(story.ticket().orders().all().get(0).handling().excluded()).isTrue();
  }

  @Test
  @Requirement("LIF-18")
  void nanjingsExemptionNeedsGroundsAndThePlatformOnly() {
    Story story = Story.handledUnder("nanjing");
    story.unit(1, request(RequestKind.EXCLUSION, "不可抗力", null, false));

    story.done(new HolderCommand.DecideRequest(story.order(1), 1, Approver.PLATFORM, true, null));

    assertThat(story.assignment(1).handling().excluded()).isTrue();
  }

  @Test
  @Requirement({"LIF-10", "LIF-11"})
  void aPolicyThatDoesNotKnowAKindRefusesIt() {
    Story story = Story.handledUnder("qingyang").unit(1, VISIT);

    Story.assertRefused(story.attemptUnit(1, onAccount(true)), ErrorCode.REQUEST_RULE, "不设“挂账”");
    Story.assertRefused(
        Story.handledUnder("baotou")
            .attemptUnit(1, new AssignmentCommand.RequestExtension("需协调", 1, true)),
        ErrorCode.EXTENSION_RULE,
        "不设“延期”");
  }

  @Test
  @Requirement("LIF-10")
  void nobodySignsHisOwnRequest() {
    Story story = Story.handledUnder("baotou").unit(1, VISIT);
    story.unitAs(DEPUTY, 1, onAccount(true));

    Story.assertRefused(story.attemptUnitAs(DEPUTY, 1, SIGNED), ErrorCode.FORBIDDEN, "不得签批自己的");
  }

  @Test
  @Requirement("LIF-07")
  void aUnitNeverDecidesAboutItsOwnWork() {
    Story story = Story.handledUnder("qingyang");
    story.unit(1, new AssignmentCommand.RequestExtension("需协调", 1, true));
    Actor both = new Actor(Actor.Kind.USER, "jianzhi", Role.DISPATCHER, UNIT);

    Story.assertRefused(
        story.attemptAs(both, new HolderCommand.DecideExtension(story.order(1), true, null)),
        ErrorCode.FORBIDDEN,
        "不得审核本单位");
  }

  @Test
  @Requirement("ACC-14")
  void handlingMayStopWhenTheCitizenCannotBeReachedOrWithholdsMaterial() {
    Story story = Story.handledUnder("qingyang");
    AssignmentCommand stop = request(RequestKind.STOP_HANDLING, null, null, false);
    AssignmentCommand unreached =
        new AssignmentCommand.NoteContact("无人接听", ContactWay.CALL, ContactResult.UNREACHED);
    story.unit(1, unreached).unit(1, unreached);
    Story.assertRefused(story.attemptUnit(1, stop), ErrorCode.REQUEST_RULE, "至少 3 次");
    story.unit(1, unreached).unit(1, stop);

    story.done(new HolderCommand.DecideRequest(story.order(1), 1, Approver.PLATFORM, true, null));

    assertThat(story.assignment(1).state()).isEqualTo(AssignmentState.CONFIRMED);
    assertThat(story.ticket().orders().all().get(0).state()).isEqualTo(OrderState.ACCEPTED);
    assertThat(story.ticket().state()).isEqualTo(TicketState.AWAITING_FOLLOW_UP);
    assertThat(story.ticket().outcome().answer().content()).startsWith("停止办理：");

    Story withheld =
        Story.handledUnder("qingyang")
            .unit(
                1,
                new AssignmentCommand.NoteContact(
                    "不愿提供购房合同", ContactWay.CALL, ContactResult.WITHHELD));
    withheld.unit(1, stop);
  }

  @Test
  @Requirement("ACC-14")
  void whatWasSentToASecondLevelUnitStopsWithTheWorkAbove() {
    Story story = Story.handledUnder("qingyang");
    story
        .unit(
            1, new HolderCommand.PlaceOrders(List.of(Story.below(story.owner, HandlingRole.LEAD))))
        .unit(
            1,
            new AssignmentCommand.NoteContact("不愿提供购房合同", ContactWay.CALL, ContactResult.WITHHELD))
        .unit(1, request(RequestKind.STOP_HANDLING, null, null, false));

    story.done(new HolderCommand.DecideRequest(story.order(1), 1, Approver.PLATFORM, true, null));

    Order below = story.assignment(1).orders().all().get(0);
    assertThat(below.state()).isEqualTo(OrderState.CANCELLED);
    assertThat(story.owner.assignments.get(below.assignment()).state())
        .isEqualTo(AssignmentState.CANCELLED);
  }

  @Test
  @Requirement("RVS-04")
  void aWrittenReplyIsDecidedInsideTheUnitOnTheBasisOfTheLaw() {
    Story story = Story.handledUnder("qingyang");
    Story.assertRefused(
        story.attemptUnit(1, request(RequestKind.WRITTEN_REPLY, null, null, false)),
        ErrorCode.REQUEST_RULE,
        "书面答复依据");
    story.unit(1, request(RequestKind.WRITTEN_REPLY, "政府信息公开条例第三十六条", null, false));

    story.unitAs(DEPUTY, 1, SIGNED);

    assertThat(story.assignment(1).handling().requests().get(0).granted()).isTrue();
    assertThat(story.ticket().orders().all().get(0).handling())
        .isEqualTo(story.assignment(1).handling());
  }

  @Test
  @Requirement({"LIF-12", "LIF-17"})
  void aSuggestionIsTalkedOverOnTheSpotBeforeItIsRepliedTo() {
    Story story =
        Story.under("baotou")
            .register(
                Appeals.of(Category.SUGGESTION, Urgency.GENERAL),
                new TicketCommand.AcceptTicket(null))
            .dispatchTo(0)
            .unit(1, new AssignmentCommand.SignForWork(null));
    AssignmentCommand reply = new AssignmentCommand.ReplyToHolder("已采纳", true, true);
    Story.assertRefused(story.attemptUnit(1, reply), ErrorCode.VISIT_MISSING, "必须上门");

    story.unit(1, VISIT).unit(1, reply);
  }

  @Test
  @Requirement({"LIF-17", "RVS-14"})
  void theDissatisfiedAreVisitedBeforeTheirTicketGoesBackOrIsExplained() {
    Story story = Story.handledUnder("baotou").unit(1, VISIT);
    story
        .unit(1, new AssignmentCommand.ReplyToHolder("已修复", true, true))
        .acceptReply(1)
        .later(Duration.ofHours(1))
        .done(Story.rating(Satisfaction.DISSATISFIED))
        .later(Duration.ofHours(1));
    HolderCommand redo =
        new HolderCommand.RedoOrder(story.order(1), RedoGround.UNTRUE_REPLY, "未修复");
    Story.assertRefused(story.attempt(redo), ErrorCode.VISIT_MISSING, "必须先上门");
    Story.assertRefused(
        story.attempt(new TicketCommand.ExplainToRequester("超出政策")), ErrorCode.VISIT_MISSING);

    story.unit(1, VISIT).done(redo);
  }

  @Test
  @Requirement("LIF-09")
  void whatANodeCannotGrantItAsksForUpward() {
    Story story = Story.at(network -> network.province);
    story.register(Appeals.usual(), new TicketCommand.AcceptTicket(null));
    SimulatedNode city = story.network.city;
    story.dispatch(city.self);
    story.network.deliverAll();
    var received = story.order(1);
    var unit = received.child(1);
    story
        .at(city, received, new AssignmentCommand.SignForWork(null))
        .at(
            city,
            received,
            new HolderCommand.PlaceOrders(java.util.List.of(Story.lead(city.units.get(0)))))
        .at(city, unit, new AssignmentCommand.SignForWork(null))
        .at(city, unit, new AssignmentCommand.RequestExtension("需协调", 3, true));
    Deadline wanted = city.assignments.get(unit).handling().requests().get(0).until();

    story.at(city, received, new AssignmentCommand.PassOnRequest(unit, 1));
    story.network.deliverAll();
    story.done(new HolderCommand.DecideExtension(received, true, null));
    story.network.deliverAll();

    assertThat(city.assignments.get(received).terms().due()).isEqualTo(wanted);
    assertThat(city.assignments.get(unit).terms().due()).isEqualTo(wanted);
    assertThat(city.assignments.get(unit).handling().requests().get(0).granted()).isTrue();
    Checks.bothEndsAgree(story.network);
  }

  @Test
  @Requirement("LIF-09")
  void whatTheParentTurnsDownIsTurnedDownBelow() {
    Story story = Story.at(network -> network.province);
    story.register(Appeals.usual(), new TicketCommand.AcceptTicket(null));
    SimulatedNode city = story.network.city;
    story.dispatch(city.self);
    story.network.deliverAll();
    var received = story.order(1);
    var unit = received.child(1);
    story
        .at(city, received, new AssignmentCommand.SignForWork(null))
        .at(
            city,
            received,
            new HolderCommand.PlaceOrders(java.util.List.of(Story.lead(city.units.get(0)))))
        .at(city, unit, new AssignmentCommand.SignForWork(null))
        .at(city, unit, new AssignmentCommand.RequestExtension("需协调", 3, true))
        .at(city, received, new AssignmentCommand.PassOnRequest(unit, 1));
    story.network.deliverAll();

    story.done(new HolderCommand.DecideExtension(received, false, "不同意延期"));
    story.network.deliverAll();

    assertThat(city.assignments.get(unit).handling().requests().get(0).verdict())
        .satisfies(verdict -> assertThat(verdict.opinion()).isEqualTo("不同意延期"));
    Checks.bothEndsAgree(story.network);
  }

  private static HolderCommand officeSays(Story story, boolean yes) {
    return new HolderCommand.DecideRequest(story.order(1), 1, Approver.OFFICE, yes, null);
  }

  private static AssignmentCommand onAccount(boolean consents) {
    return request(RequestKind.ON_ACCOUNT, null, LocalDate.of(2026, 6, 30), consents);
  }

  private static AssignmentCommand request(
      RequestKind kind, String basis, LocalDate until, boolean consents) {
    return new AssignmentCommand.MakeRequest(
        new RequestDraft(kind, "客观原因", basis, 0, until, true, consents));
  }
}
