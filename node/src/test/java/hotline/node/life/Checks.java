package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentEvent;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.CoOpinion;
import hotline.node.ticket.Decision;
import hotline.node.ticket.DecisionContext;
import hotline.node.ticket.Delivery;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.Order;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.Orders;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketEvent;
import hotline.node.ticket.TicketState;
import hotline.node.ticket.UnitRef;
import hotline.node.wire.AssignmentWire;
import hotline.node.wire.EntityImage;
import hotline.node.wire.JournalRecord;
import hotline.node.wire.RecordWire;
import hotline.node.wire.TicketWire;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** What must hold in every state that a life can reach. */
final class Checks {

  private Checks() {}

  static void requireDecided(Decision<?> decision) {
    assertThat(decision).isInstanceOf(Decision.Decided.class);
  }

  /** Checks the step and returns the ticket as it comes back from its wire form. */
  static Ticket afterTicket(
      DecisionContext context, Ticket before, Ticket after, List<TicketEvent> events) {
    assertThat(after.version()).isEqualTo(before == null ? 1 : before.version() + 1);
    EntityImage image = TicketWire.image(after);
    Ticket read = TicketWire.read(image.image(), TicketWire.personal(after));
    assertThat(read).isEqualTo(after);
    checkRecord(JournalRecord.of(context, after, events));
    checkOutcome(after);
    checkOrders(after);
    if (before != null) {
      checkClock(before, after);
    }
    return read;
  }

  static Assignment afterAssignment(
      DecisionContext context, Assignment before, Assignment after, List<AssignmentEvent> events) {
    assertThat(after.version()).isEqualTo(before == null ? 1 : before.version() + 1);
    Assignment read = AssignmentWire.read(AssignmentWire.image(after).image());
    assertThat(read).isEqualTo(after);
    checkRecord(JournalRecord.of(context, after, events));
    if (after.charge().unit() != null) {
      assertThat(after.orders().all())
          .as("a unit sends work on to units only")
          .allMatch(order -> order.assignee() instanceof UnitRef);
    }
    if (EnumSet.of(AssignmentState.REPLIED, AssignmentState.CONFIRMED, AssignmentState.RETURNED)
        .contains(after.state())) {
      assertThat(after.orders().outstanding()).as("nothing is out below %s", after).isFalse();
    }
    if (before != null) {
      assertThat(after.charge()).isEqualTo(before.charge());
      assertThat(after.terms().due().at())
          .as("time is only ever given, not taken, within a round")
          .satisfies(
              due -> {
                if (before.round() == after.round()) {
                  assertThat(due).isAfterOrEqualTo(before.terms().due().at());
                }
              });
    }
    return read;
  }

  private static void checkRecord(JournalRecord entry) {
    JournalRecord read = RecordWire.read(RecordWire.body(entry), RecordWire.personal(entry));
    assertThat(read).isEqualTo(entry);
    assertThat(read.happenings()).isNotEmpty();
    assertThat(read.kind().known()).isTrue();
  }

  private static void checkOutcome(Ticket ticket) {
    switch (ticket.state()) {
      case REFUSED -> {
        assertThat(ticket.outcome().refusal()).isNotNull();
        assertThat(ticket.outcome().refusal().guidance()).isNotBlank();
      }
      case CLOSED -> {
        assertThat(ticket.outcome().answer()).as("no closure without an answer").isNotNull();
        assertThat(ticket.outcome().closure()).isNotNull();
      }
      case AWAITING_FOLLOW_UP -> assertThat(ticket.outcome().answer()).isNotNull();
      case WITHDRAWN -> assertThat(ticket.outcome().closure().note()).isNotBlank();
      case ARCHIVED ->
          assertThat(
                  Stream.of(ticket.outcome().refusal(), ticket.outcome().closure())
                      .anyMatch(end -> end != null))
              .isTrue();
      default -> {}
    }
    if (ticket.state() != TicketState.REGISTERED
        && ticket.state() != TicketState.REFUSED
        && ticket.state() != TicketState.WITHDRAWN
        && ticket.state() != TicketState.ARCHIVED) {
      assertThat(ticket.clock().due()).as("accepted with a due").isNotNull();
    }
  }

  private static void checkOrders(Ticket ticket) {
    List<Order> live = ticket.orders().live();
    assertThat(live.stream().filter(Order::isLead).count()).isLessThanOrEqualTo(1);
    switch (ticket.state()) {
      case IN_HANDLING -> assertThat(live).as("somebody has it in hand").isNotEmpty();
      case IN_REVIEW -> assertThat(live).anyMatch(order -> order.state() == OrderState.ANSWERED);
      case REFUSED, CLOSED, WITHDRAWN, ARCHIVED ->
          assertThat(live).as("nobody works on what has ended").isEmpty();
      case REGISTERED, ACCEPTED -> assertThat(live).isEmpty();
      case AWAITING_FOLLOW_UP -> assertThat(ticket.orders().outstanding()).isFalse();
      case UNKNOWN -> throw new AssertionError(ticket);
    }
  }

  private static void checkClock(Ticket before, Ticket after) {
    assertThat(after.clock().registeredAt()).isEqualTo(before.clock().registeredAt());
    if (before.clock().acceptedAt() != null) {
      assertThat(after.clock()).as("the citizen's clock is never reset").isEqualTo(before.clock());
    }
    Instant last = before.clock().registeredAt();
    for (var rating : after.followUps().all()) {
      assertThat(rating.at()).isAfterOrEqualTo(last);
      last = rating.at();
    }
  }

  /** Once nothing is on its way, both ends of every order agree. */
  static void bothEndsAgree(SimulatedNetwork network) {
    for (SimulatedNode node : network.nodes()) {
      Stream.concat(
              node.tickets.values().stream().flatMap(t -> t.orders().all().stream()),
              node.assignments.values().stream().flatMap(a -> a.orders().all().stream()))
          .forEach(order -> checkFarEnd(network, node, order));
      Stream.concat(
              node.tickets.values().stream().map(Ticket::orders),
              node.assignments.values().stream().map(Assignment::orders))
          .forEach(orders -> checkLead(network, node, orders));
    }
  }

  /** The lead knows what its co-handlers say. */
  private static void checkLead(SimulatedNetwork network, SimulatedNode node, Orders orders) {
    orders
        .liveLead()
        .ifPresent(
            lead -> {
              SimulatedNode far =
                  lead.assignee() instanceof NodeRef ref ? network.node(ref.code()) : node;
              assertThat(far.assignments.get(lead.assignment()).team().opinions())
                  .isEqualTo(CoOpinion.of(orders));
            });
  }

  private static void checkFarEnd(SimulatedNetwork network, SimulatedNode node, Order order) {
    if (order.state() == OrderState.FAILED) {
      return;
    }
    SimulatedNode far = order.assignee() instanceof NodeRef ref ? network.node(ref.code()) : node;
    Assignment assignment = far.assignments.get(order.assignment());
    assertThat(assignment).as("%s has an assignment at %s", order, far.self).isNotNull();
    assertThat(order.delivery()).isNotEqualTo(Delivery.PENDING);
    assertThat(assignment.state())
        .as("the far end of %s: %s", order, assignment)
        .isEqualTo(matching(order.state()));
    assertThat(assignment.round()).isEqualTo(order.round());
    assertThat(assignment.charge().role()).isEqualTo(order.role());
    if (order.state() != OrderState.CANCELLED) {
      // what was still on its way when it was cancelled is in the records only
      assertThat(assignment.terms()).isEqualTo(order.terms());
      assertThat(assignment.handling()).isEqualTo(order.handling());
    }
  }

  private static AssignmentState matching(OrderState state) {
    return switch (state) {
      case PLACED -> AssignmentState.AWAITING_SIGN_FOR;
      case SIGNED -> AssignmentState.IN_HANDLING;
      case RETURN_REQUESTED -> AssignmentState.RETURN_REQUESTED;
      case RETURNED -> AssignmentState.RETURNED;
      case ANSWERED -> AssignmentState.REPLIED;
      case ACCEPTED, CONCLUDED -> AssignmentState.CONFIRMED;
      case CANCELLED -> AssignmentState.CANCELLED;
      case FAILED, UNKNOWN -> throw new AssertionError(state);
    };
  }
}
