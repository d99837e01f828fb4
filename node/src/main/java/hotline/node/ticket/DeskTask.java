package hotline.node.ticket;

import hotline.node.classification.RequestKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Something that waits for somebody at the desk of a ticket or an assignment.
 *
 * @param since from when on, the oldest of its kind
 */
public record DeskTask(Kind kind, Instant since) {

  /** What waits. */
  public enum Kind {
    /** An answer to an order waits for its review. */
    REPLY,
    /** An assignee wants to give work back. */
    RETURN,
    /** An assignee wants more time. */
    EXTENSION,
    /** An assignee asks for something else: on-account, exclusion … */
    REQUEST,
    /** A joint meeting has still to decide. */
    MEETING,
    /** Work is done once more. */
    REDO,
    /** The citizen is dissatisfied, and nothing has followed yet. */
    DISSATISFIED,
    /** A rating is to be left out of the rate, if somebody agrees. */
    SCREENING
  }

  /** What waits at a ticket; one of each kind. */
  public static List<DeskTask> of(Ticket ticket) {
    Map<Kind, Instant> found = new EnumMap<>(Kind.class);
    boolean open =
        ticket.state() == TicketState.ACCEPTED
            || ticket.state() == TicketState.IN_HANDLING
            || ticket.state() == TicketState.IN_REVIEW
            || ticket.state() == TicketState.AWAITING_FOLLOW_UP;
    if (open) {
      ofOrders(ticket.orders(), found);
      for (Order order : ticket.orders().live()) {
        if (order.round() > 1 && order.state() != OrderState.ACCEPTED) {
          oldest(found, Kind.REDO, order.terms().dispatchedAt());
        }
      }
    }
    if (ticket.state() == TicketState.AWAITING_FOLLOW_UP && ticket.followUps().dissatisfied()) {
      ticket
          .followUps()
          .ofThisRound()
          .ifPresent(rating -> oldest(found, Kind.DISSATISFIED, rating.at()));
    }
    ticket
        .followUps()
        .pendingScreening()
        .ifPresent(screening -> oldest(found, Kind.SCREENING, screening.at()));
    return list(found);
  }

  /** What waits at an assignment; one of each kind. */
  public static List<DeskTask> of(Assignment assignment) {
    Map<Kind, Instant> found = new EnumMap<>(Kind.class);
    boolean working =
        assignment.state() == AssignmentState.IN_HANDLING
            || assignment.state() == AssignmentState.AWAITING_SIGN_FOR;
    if (working) {
      ofOrders(assignment.orders(), found);
      if (assignment.round() > 1) {
        oldest(found, Kind.REDO, assignment.terms().dispatchedAt());
      }
    }
    return list(found);
  }

  private static void ofOrders(Orders orders, Map<Kind, Instant> found) {
    for (Order order : orders.live()) {
      if (order.state() == OrderState.ANSWERED) {
        order.handling().lastReply().ifPresent(reply -> oldest(found, Kind.REPLY, reply.at()));
      }
      ReturnRequest wanted = order.handling().returnRequest();
      if (order.returnPending() && wanted != null) {
        oldest(found, Kind.RETURN, wanted.at());
      }
      for (Request request : order.pendingRequests()) {
        oldest(
            found,
            request.kind() == RequestKind.EXTENSION ? Kind.EXTENSION : Kind.REQUEST,
            request.at());
      }
    }
    orders.openMeeting().ifPresent(m -> oldest(found, Kind.MEETING, m.convenedAt()));
  }

  private static void oldest(Map<Kind, Instant> found, Kind kind, Instant since) {
    found.merge(kind, since, (a, b) -> a.isBefore(b) ? a : b);
  }

  private static List<DeskTask> list(Map<Kind, Instant> found) {
    return found.entrySet().stream()
        .map(entry -> new DeskTask(entry.getKey(), entry.getValue()))
        .toList();
  }
}
