package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.HandlingRole;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.Role;
import hotline.node.classification.Satisfaction;
import hotline.node.error.ErrorCode;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.Assignee;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Decision;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.RegisterTicket;
import hotline.node.ticket.Requester;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * One ticket's story, step by step, at the city unless told otherwise. Monday 2 March 2026, 09:00.
 */
final class Story {

  static final Actor STAFF = Actor.user("zhiban", Role.DISPATCHER);

  final SimulatedNetwork network;
  final SimulatedNode owner;
  final TicketId id;

  private Story(SimulatedNetwork network, Function<SimulatedNetwork, SimulatedNode> owner) {
    this.network = network;
    this.owner = owner.apply(network);
    this.id = new TicketId(this.owner.self.code(), LocalDate.of(2026, 3, 2), 42);
  }

  static Story at(Function<SimulatedNetwork, SimulatedNode> owner) {
    return new Story(new SimulatedNetwork(), owner);
  }

  static Story atCity() {
    return under("qingyang");
  }

  /** A story at a city with this policy. */
  static Story under(String policy) {
    return new Story(new SimulatedNetwork(policy), network -> network.city);
  }

  /** A story at whichever node, in a network with this policy. */
  static Story underAt(String policy, Function<SimulatedNetwork, SimulatedNode> owner) {
    return new Story(new SimulatedNetwork(policy), owner);
  }

  /** The usual appeal, accepted and dispatched to a unit which has signed for it. */
  static Story handledUnder(String policy) {
    return under(policy)
        .register(Appeals.usual(), new TicketCommand.AcceptTicket(null))
        .dispatchTo(0)
        .unit(1, new AssignmentCommand.SignForWork(null));
  }

  static Story accepted() {
    return in(TicketState.ACCEPTED);
  }

  /** A story that has just come to a state, on the usual way. */
  static Story in(TicketState state) {
    return switch (state) {
      case REGISTERED -> atCity().register(Appeals.usual(), null);
      case REFUSED ->
          in(TicketState.REGISTERED)
              .done(new TicketCommand.RefuseTicket(RefusalGround.VAGUE, "请补充地点"));
      case ACCEPTED -> in(TicketState.REGISTERED).done(new TicketCommand.AcceptTicket(null));
      case IN_HANDLING -> in(TicketState.ACCEPTED).dispatchTo(0);
      case IN_REVIEW -> in(TicketState.IN_HANDLING).replied(1);
      case AWAITING_FOLLOW_UP -> in(TicketState.IN_REVIEW).acceptReply(1);
      case CLOSED -> in(TicketState.AWAITING_FOLLOW_UP).done(rating(Satisfaction.SATISFIED));
      case ARCHIVED -> in(TicketState.CLOSED).done(new TicketCommand.ArchiveTicket());
      case WITHDRAWN -> in(TicketState.ACCEPTED).done(new TicketCommand.WithdrawTicket("已解决"));
      case UNKNOWN -> throw new IllegalArgumentException("no story leads there");
    };
  }

  static TicketCommand rating(Satisfaction satisfaction) {
    return new TicketCommand.FollowUpTicket(
        FollowUpChannel.CALL, satisfaction, satisfaction.passes(), null);
  }

  Story register(Appeal appeal, TicketCommand.Ruling ruling) {
    Checks.requireDecided(tryRegister(appeal, Appeals.requester(), ruling));
    return this;
  }

  Decision<?> tryRegister(Appeal appeal, Requester requester, TicketCommand.Ruling ruling) {
    return owner.register(new RegisterTicket(id, "q42", appeal, requester, ruling), STAFF);
  }

  Ticket ticket() {
    return owner.tickets.get(id);
  }

  AssignmentId order(int number) {
    return AssignmentId.of(id, number);
  }

  Assignment assignment(int number) {
    return owner.assignments.get(order(number));
  }

  Story dispatch(Assignee lead) {
    return done(new HolderCommand.PlaceOrders(List.of(lead(lead))));
  }

  Story dispatchTo(int unit) {
    return dispatch(owner.units.get(unit));
  }

  Story acceptReply(int number) {
    return done(new HolderCommand.ReviewReply(order(number), true, null));
  }

  static OrderDraft lead(Assignee assignee) {
    return new OrderDraft(assignee, HandlingRole.LEAD, null);
  }

  /** To the unit below the first one. */
  static OrderDraft below(SimulatedNode node, HandlingRole role) {
    return new OrderDraft(node.subUnit, role, null, node.units.get(0), null, null);
  }

  static OrderDraft co(Assignee assignee) {
    return new OrderDraft(assignee, HandlingRole.CO, null);
  }

  /** The unit signs for the order and replies. */
  Story replied(int number) {
    return unit(number, new AssignmentCommand.SignForWork(null))
        .unit(number, new AssignmentCommand.ReplyToHolder("已修复", true, true));
  }

  Story done(TicketCommand command) {
    Checks.requireDecided(attempt(command));
    return this;
  }

  Story unit(int number, AssignmentCommand command) {
    return at(owner, order(number), command);
  }

  Story at(SimulatedNode node, AssignmentId assignment, AssignmentCommand command) {
    Checks.requireDecided(node.decide(assignment, command, STAFF));
    return this;
  }

  Story later(Duration time) {
    network.advance(time);
    return this;
  }

  Decision<?> attempt(TicketCommand command) {
    return owner.decide(id, command, STAFF);
  }

  /** Somebody else than the usual staff does it. */
  Decision<?> attemptAs(Actor actor, TicketCommand command) {
    return owner.decide(id, command, actor);
  }

  Decision<?> attemptUnitAs(Actor actor, int number, AssignmentCommand command) {
    return owner.decide(order(number), command, actor);
  }

  Story doneAs(Actor actor, TicketCommand command) {
    Checks.requireDecided(attemptAs(actor, command));
    return this;
  }

  Story unitAs(Actor actor, int number, AssignmentCommand command) {
    Checks.requireDecided(attemptUnitAs(actor, number, command));
    return this;
  }

  Decision<?> attemptUnit(int number, AssignmentCommand command) {
    return owner.decide(order(number), command, STAFF);
  }

  static void assertRefused(Decision<?> decision, ErrorCode code, String... words) {
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    Decision.Refused<?> refused = (Decision.Refused<?>) decision;
    assertThat(refused.code()).as(refused.message()).isEqualTo(code);
    assertThat(refused.message()).isNotBlank();
    for (String word : words) {
      assertThat(refused.message()).contains(word);
    }
  }
}
