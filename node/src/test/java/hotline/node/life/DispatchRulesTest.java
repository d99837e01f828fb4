package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.calendar.Deadline;
import hotline.node.classification.Category;
import hotline.node.classification.HandlingRole;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.Urgency;
import hotline.node.error.ErrorCode;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentAction;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.Briefing;
import hotline.node.ticket.Charge;
import hotline.node.ticket.Delivery;
import hotline.node.ticket.DeliveryResult;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.Instruction;
import hotline.node.ticket.Order;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.Terms;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketState;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatchRulesTest {

  private static final HolderCommand.Escalate ESCALATE = new HolderCommand.Escalate("超出区级权限");

  @Test
  @Requirement({"SLA-02", "SLA-04", "SLA-08", "SLA-09"})
  void anOrderGetsItsOwnClockFromTheDispatch() {
    Story story = Story.accepted().later(Duration.ofHours(1)).dispatchTo(0);

    Terms terms = story.assignment(1).terms();

    assertThat(terms.dispatchedAt()).isEqualTo(Instant.parse("2026-03-02T02:00:00Z"));
    assertThat(terms.signForDue()).isEqualTo(deadline("2026-03-02T07:30:00Z", "SLA-02"));
    assertThat(terms.returnBy()).isEqualTo(deadline("2026-03-03T10:00:00Z", "SLA-09"));
    assertThat(terms.feedbackBy()).isNull();
    assertThat(terms.due()).isEqualTo(deadline("2026-03-09T10:00:00Z", "SLA-04"));
    assertThat(terms.latestDue()).isEqualTo(deadline("2026-03-16T10:00:00Z", "SLA-08"));
    assertThat(story.ticket().orders().all().get(0).terms()).isEqualTo(terms);
  }

  @Test
  @Requirement("SLA-06")
  void anUrgentOrderNeedsAFirstFeedbackWithinTwoHours() {
    Story story =
        Story.atCity()
            .register(
                Appeals.of(Category.HELP, Urgency.URGENT), new TicketCommand.AcceptTicket(null))
            .dispatchTo(0);

    Terms terms = story.assignment(1).terms();

    assertThat(terms.feedbackBy()).isEqualTo(deadline("2026-03-02T03:00:00Z", "SLA-06"));
    assertThat(terms.due()).isEqualTo(deadline("2026-03-04T10:00:00Z", "SLA-06"));
    assertThat(terms.returnBy()).isEqualTo(deadline("2026-03-02T01:30:00Z", "SLA-09"));

    story.later(Duration.ofMinutes(5)).unit(1, new AssignmentCommand.SignForWork("已电话说明"));

    assertThat(story.assignment(1).handling().firstFeedbackAt())
        .contains(Instant.parse("2026-03-02T01:05:00Z"));
  }

  @Test
  @Requirement("DSP-02")
  void severalAssigneesNeedExactlyOneLead() {
    Story story = Story.accepted();

    Story.assertRefused(
        story.attempt(
            new HolderCommand.PlaceOrders(
                List.of(
                    Story.lead(story.owner.units.get(0)), Story.lead(story.owner.units.get(1))))),
        ErrorCode.LEAD_UNIT_RULE,
        "2 个");
    Story.assertRefused(
        story.attempt(new HolderCommand.PlaceOrders(List.of(Story.co(story.owner.units.get(0))))),
        ErrorCode.LEAD_UNIT_RULE,
        "0 个");
    story.done(
        new HolderCommand.PlaceOrders(
            List.of(Story.lead(story.owner.units.get(0)), Story.co(story.owner.units.get(1)))));
    assertThat(story.owner.assignments).hasSize(2);
  }

  /** All have to answer, the lead's reply is the answer. */
  @Test
  @Requirement("DSP-02")
  void theLeadsReplyBecomesTheAnswerOnceAllAreAccepted() {
    Story story = Story.accepted();
    story.done(
        new HolderCommand.PlaceOrders(
            List.of(Story.co(story.owner.units.get(1)), Story.lead(story.owner.units.get(0)))));
    story.replied(1).acceptReply(1);
    assertThat(story.ticket().state()).isEqualTo(TicketState.IN_HANDLING);
    story
        .unit(2, new AssignmentCommand.SignForWork(null))
        .unit(2, new AssignmentCommand.ReplyToHolder("主办答复", true, true));
    assertThat(story.ticket().state()).isEqualTo(TicketState.IN_REVIEW);

    story.acceptReply(2);

    assertThat(story.ticket().state()).isEqualTo(TicketState.AWAITING_FOLLOW_UP);
    assertThat(story.ticket().outcome().answer().content()).isEqualTo("主办答复");
    assertThat(story.network.notices()).hasSize(1);
  }

  @Test
  void theSameAssigneeTwiceOrTheNodeItselfIsRefused() {
    Story story = Story.accepted();

    Story.assertRefused(
        story.attempt(
            new HolderCommand.PlaceOrders(
                List.of(Story.lead(story.owner.units.get(0)), Story.co(story.owner.units.get(0))))),
        ErrorCode.ASSIGNEE_RULE,
        "重复派单");
    Story.assertRefused(
        story.attempt(new HolderCommand.PlaceOrders(List.of(Story.lead(story.owner.self)))),
        ErrorCode.ASSIGNEE_RULE,
        "不能派给本节点");
    Story.assertRefused(
        story.attempt(new HolderCommand.PlaceOrders(List.of())), ErrorCode.ASSIGNEE_RULE, "0 个");
  }

  @Test
  void aRejectedReplyGoesBackWithAReason() {
    Story story = Story.in(TicketState.IN_REVIEW);

    Story.assertRefused(
        story.attempt(new HolderCommand.ReviewReply(story.order(1), false, "")),
        ErrorCode.OPINION_MISSING);
    story.done(new HolderCommand.ReviewReply(story.order(1), false, "未说明处理结果"));

    assertThat(story.ticket().state()).isEqualTo(TicketState.IN_HANDLING);
    assertThat(story.assignment(1).state()).isEqualTo(AssignmentState.IN_HANDLING);
    assertThat(story.assignment(1).handling().lastReply().orElseThrow().review().opinion())
        .isEqualTo("未说明处理结果");
  }

  /** The answer goes up only when everything below has been answered. */
  @Test
  @Requirement("XTR-01")
  void aNodeAnswersUpwardOnlyWhenWhatItSentDownHasBeenAnswered() {
    Story story = Story.at(network -> network.province);
    story.register(Appeals.usual(), new TicketCommand.AcceptTicket(null));
    SimulatedNode city = story.network.city;
    SimulatedNode district = story.network.district;
    story.dispatch(city.self);
    assertThat(story.ticket().orders().all().get(0).delivery()).isEqualTo(Delivery.PENDING);
    story.network.deliverAll();
    assertThat(story.ticket().orders().all().get(0).delivery()).isEqualTo(Delivery.DELIVERED);

    AssignmentId atCity = story.order(1);
    AssignmentId atDistrict = atCity.child(1);
    AssignmentId atUnit = atDistrict.child(1);
    story
        .at(city, atCity, new AssignmentCommand.SignForWork(null))
        .at(city, atCity, new HolderCommand.PlaceOrders(List.of(Story.lead(district.self))));
    Story.assertRefused(
        city.decide(atCity, new AssignmentCommand.ReplyToHolder("答复", true, false), Story.STAFF),
        ErrorCode.ORDERS_OUTSTANDING,
        "尚未全部答复并认可");
    Story.assertRefused(
        city.decide(atCity, new AssignmentCommand.RequestReturn("a", "b", "c"), Story.STAFF),
        ErrorCode.ORDERS_OUTSTANDING,
        "不能申请退单");
    story.network.deliverAll();
    story
        .at(district, atDistrict, new AssignmentCommand.SignForWork(null))
        .at(
            district,
            atDistrict,
            new HolderCommand.PlaceOrders(List.of(Story.lead(district.units.get(0)))))
        .at(district, atUnit, new AssignmentCommand.SignForWork(null))
        .at(district, atUnit, new AssignmentCommand.ReplyToHolder("已修复", true, true))
        .at(district, atDistrict, new HolderCommand.ReviewReply(atUnit, true, null))
        .at(district, atDistrict, new AssignmentCommand.ReplyToHolder("区答复", true, false));
    story.network.deliverAll();
    story
        .at(city, atCity, new HolderCommand.ReviewReply(atDistrict, true, null))
        .at(city, atCity, new AssignmentCommand.ReplyToHolder("市答复", true, false));
    story.network.deliverAll();
    story.acceptReply(1);
    story.done(Story.rating(Satisfaction.SATISFIED));
    story.network.deliverAll();

    assertThat(story.ticket().outcome().answer().content()).isEqualTo("市答复");
    assertThat(story.ticket().state()).isEqualTo(TicketState.CLOSED);
    assertThat(district.assignments.get(atUnit).conclusion()).isNotNull();
    Checks.bothEndsAgree(story.network);
  }

  @Test
  @Requirement({"SLA-05", "XTR-10"})
  void provincialWorkHasFourDaysAndLeavesTheCitySlackForItsOwnAnswer() {
    Story story = Story.at(network -> network.province);
    story.register(Appeals.usual(), new TicketCommand.AcceptTicket(null));
    SimulatedNode city = story.network.city;
    story.dispatch(city.self);
    story.network.deliverAll();
    story
        .at(city, story.order(1), new AssignmentCommand.SignForWork(null))
        .at(
            city,
            story.order(1),
            new HolderCommand.PlaceOrders(List.of(Story.lead(city.units.get(0)))));

    assertThat(city.assignments.get(story.order(1)).terms().due())
        .isEqualTo(deadline("2026-03-06T10:00:00Z", "SLA-05"));
    // five working days of its own would be Monday 9 March; four working hours before Friday 18:00
    assertThat(city.assignments.get(story.order(1).child(1)).terms().due())
        .isEqualTo(deadline("2026-03-06T03:30:00Z", "XTR-10"));
  }

  @Test
  @Requirement("XTR-02")
  void escalationIsAnOrderToTheParent() {
    Story story = Story.at(network -> network.district);
    story.register(Appeals.usual(), new TicketCommand.AcceptTicket(null)).done(ESCALATE);
    story.network.deliverAll();

    Order order = story.ticket().orders().all().get(0);
    assertThat(order.assignee()).isEqualTo(story.network.city.self);
    assertThat(order.isLead()).isTrue();
    assertThat(order.note()).isEqualTo("超出区级权限");
    Assignment received = story.network.city.assignments.get(story.order(1));
    assertThat(received.charge().assigner()).isEqualTo(story.network.district.self);
    story.at(story.network.city, story.order(1), new AssignmentCommand.SignForWork(null));
    assertThat(AssignmentAction.allowedFor(story.network.city.assignments.get(story.order(1))))
        .contains(AssignmentAction.ESCALATE);
    story.at(story.network.city, story.order(1), ESCALATE);
    story.network.deliverAll();
    assertThat(story.network.province.assignments).containsKey(story.order(1).child(1));
  }

  @Test
  void workCannotBeSentBackToWhereItCameFrom() {
    Story story = Story.at(network -> network.district);
    story.register(Appeals.usual(), new TicketCommand.AcceptTicket(null)).done(ESCALATE);
    story.network.deliverAll();
    SimulatedNode city = story.network.city;
    story.at(city, story.order(1), new AssignmentCommand.SignForWork(null));

    Story.assertRefused(
        city.decide(
            story.order(1),
            new HolderCommand.PlaceOrders(List.of(Story.lead(story.network.district.self))),
            Story.STAFF),
        ErrorCode.ASSIGNEE_RULE,
        "应申请退单");
  }

  @Test
  void theRootHasNobodyToEscalateTo() {
    Story story = Story.at(network -> network.province);
    story.register(Appeals.usual(), new TicketCommand.AcceptTicket(null));

    Story.assertRefused(story.attempt(ESCALATE), ErrorCode.NO_PARENT, "没有上级节点");
  }

  @Test
  void anOrderThatTheOtherNodeTurnsDownComesBackToTheDispatcher() {
    Story story = Story.accepted();
    story.dispatch(story.network.district.self);

    story.owner.noteDelivery(story.order(1), new DeliveryResult.TurnedDown("本节点已停用"));

    Order order = story.ticket().orders().all().get(0);
    assertThat(order.state()).isEqualTo(OrderState.FAILED);
    assertThat(order.delivery()).isEqualTo(Delivery.REFUSED);
    assertThat(order.problem()).isEqualTo("本节点已停用");
    assertThat(story.ticket().state()).isEqualTo(TicketState.ACCEPTED);
    story.dispatchTo(0);
    assertThat(story.ticket().orders().all()).hasSize(2);
  }

  @Test
  void whoeverWorksOnAnOrderThatWasGivenUpIsToldToStop() {
    Story story = Story.accepted();
    story.dispatch(story.network.district.self);
    story.owner.noteDelivery(story.order(1), new DeliveryResult.GivenUp("线路中断"));
    story.network.deliverAll();
    SimulatedNode district = story.network.district;
    story.at(district, story.order(1), new AssignmentCommand.SignForWork(null));
    story.network.deliverAll();

    assertThat(district.assignments.get(story.order(1)).state())
        .isEqualTo(AssignmentState.CANCELLED);
    assertThat(story.ticket().state()).isEqualTo(TicketState.ACCEPTED);
  }

  /** Level by level; a node's units are its own to command. */
  @Test
  @Requirement("DSP-10")
  void aNeighbourCannotReachPastANodeToItsUnits() {
    Story story = Story.in(TicketState.IN_HANDLING);
    SimulatedNode district = story.network.district;
    Charge charge =
        new Charge(
            story.owner.self,
            district.self,
            district.units.get(0),
            HandlingRole.LEAD,
            null,
            Briefing.NONE);

    Story.assertRefused(
        district.follow(
            story.order(1),
            new Instruction.Dispatched(
                charge, story.assignment(1).subject(), story.assignment(1).terms()),
            Story.STAFF),
        ErrorCode.UNKNOWN_ASSIGNEE,
        "应派给本节点");
  }

  @Test
  void theNewsOfADeliveryIsTakenOnce() {
    Story story = Story.accepted();
    story.dispatch(story.network.district.self);
    story.network.deliverAll();
    long version = story.ticket().version();

    story.owner.noteDelivery(story.order(1), new DeliveryResult.Arrived());
    story.owner.noteDelivery(story.order(1), new DeliveryResult.TurnedDown("迟到的拒收"));

    assertThat(story.ticket().version()).isEqualTo(version);
  }

  private static Deadline deadline(String at, String rule) {
    return new Deadline(Instant.parse(at), rule, false);
  }
}
