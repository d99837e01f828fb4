package hotline.node.ticket;

import hotline.node.ticket.TicketEvent.TicketAccepted;
import hotline.node.ticket.TicketEvent.TicketAnswered;
import hotline.node.ticket.TicketEvent.TicketArchived;
import hotline.node.ticket.TicketEvent.TicketClosed;
import hotline.node.ticket.TicketEvent.TicketFollowedUp;
import hotline.node.ticket.TicketEvent.TicketRefused;
import hotline.node.ticket.TicketEvent.TicketRegistered;
import hotline.node.ticket.TicketEvent.TicketWithdrawn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies what happened to a ticket, leaving the version alone. */
final class TicketChanges {

  private TicketChanges() {}

  static Ticket apply(@Nullable Ticket ticket, List<TicketEvent> events) {
    Ticket current = ticket;
    for (TicketEvent event : events) {
      current = current == null ? first(event) : apply(current, event);
    }
    if (current == null) {
      throw new IllegalArgumentException("no ticket and no event that registers one");
    }
    return current;
  }

  private static Ticket first(TicketEvent event) {
    if (event instanceof TicketRegistered e) {
      return new Ticket(
          e.id(),
          0,
          e.owner(),
          e.queryCode(),
          e.appeal(),
          e.requester(),
          TicketState.REGISTERED,
          new CitizenClock(e.at(), null, null, null),
          Outcome.NONE,
          Orders.NONE,
          FollowUps.NONE);
    }
    throw new IllegalArgumentException("expected a TicketRegistered first, not " + event);
  }

  private static Ticket apply(Ticket ticket, TicketEvent event) {
    if (event instanceof OrderEvent e) {
      Orders orders = OrderChanges.apply(ticket.orders(), e);
      return ticket.with(orders).in(stateWith(orders, ticket.state()));
    } else if (event instanceof TicketAccepted e) {
      return ticket
          .with(new CitizenClock(ticket.clock().registeredAt(), e.at(), e.dispatchBy(), e.due()))
          .in(TicketState.ACCEPTED);
    } else if (event instanceof TicketRefused e) {
      return ticket.with(ticket.outcome().refused(e.refusal())).in(TicketState.REFUSED);
    } else if (event instanceof TicketAnswered e) {
      return ticket
          .with(ticket.outcome().answered(e.answer()))
          .with(ticket.followUps().asked(e.answer().at(), e.silentAt()))
          .in(TicketState.AWAITING_FOLLOW_UP);
    } else if (event instanceof TicketFollowedUp e) {
      return ticket.with(ticket.followUps().with(e.followUp()));
    } else if (event instanceof TicketClosed e) {
      return ticket.with(ticket.outcome().closed(e.closure())).in(TicketState.CLOSED);
    } else if (event instanceof TicketWithdrawn e) {
      return ticket.with(ticket.outcome().closed(e.closure())).in(TicketState.WITHDRAWN);
    } else if (event instanceof TicketArchived e) {
      return ticket.with(ticket.outcome().archived(e.at())).in(TicketState.ARCHIVED);
    }
    throw new IllegalArgumentException("not applicable to " + ticket.id() + ": " + event);
  }

  /** While work is out, the ticket's state follows from its orders. */
  private static TicketState stateWith(Orders orders, TicketState current) {
    switch (current) {
      case ACCEPTED, IN_HANDLING, IN_REVIEW, AWAITING_FOLLOW_UP -> {}
      case REGISTERED, REFUSED, CLOSED, ARCHIVED, WITHDRAWN, UNKNOWN -> {
        return current;
      }
    }
    List<Order> live = orders.live();
    if (live.isEmpty()) {
      return TicketState.ACCEPTED;
    }
    if (orders.settled()) {
      return current;
    }
    boolean allBack =
        live.stream()
            .allMatch(
                order ->
                    order.state() == OrderState.ANSWERED || order.state() == OrderState.ACCEPTED);
    return allBack && orders.outstanding() ? TicketState.IN_REVIEW : TicketState.IN_HANDLING;
  }
}
