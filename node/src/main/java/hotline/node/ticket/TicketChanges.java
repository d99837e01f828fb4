package hotline.node.ticket;

import hotline.node.ticket.TicketEvent.TicketRegistered;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies what happened to a ticket, leaving the version alone. */
final class TicketChanges {

  private TicketChanges() {}

  static Ticket apply(@Nullable Ticket ticket, List<TicketEvent> events) {
    Ticket current = ticket;
    for (TicketEvent event : events) {
      current = current == null ? first(event) : event.in(current);
    }
    if (current == null) {
      throw new IllegalArgumentException("no ticket and no event that registers one");
    }
    return current;
  }

  private static Ticket first(TicketEvent event) {
    if (event instanceof TicketRegistered e) {
      return e.registered();
    }
    throw new IllegalArgumentException("expected a TicketRegistered first, not " + event);
  }
}
