package hotline.node.ticket;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The life of a ticket at its owner. Pure: the same ticket, command and context always give the
 * same decision.
 */
public final class TicketLife {

  private TicketLife() {}

  /** Registers an appeal and, if the command carries a ruling, decides about it at once. */
  public static Decision<TicketEvent> register(RegisterTicket command, DecisionContext context) {
    try {
      return new TicketIntake(context).register(command).decision();
    } catch (RefusedException e) {
      return e.decision();
    }
  }

  /** Decides a command; the ticket is the current one of its owner. */
  public static Decision<TicketEvent> decide(
      Ticket ticket, TicketCommand command, DecisionContext context) {
    try {
      requireAllowed(ticket, command);
      return command.decide(ticket, context).decision();
    } catch (RefusedException e) {
      return e.decision();
    }
  }

  /**
   * Applies one decision's events.
   *
   * @param ticket null when the first event registers it
   * @return the ticket with its version raised by one; the same ticket when there are no events
   */
  public static Ticket evolve(@Nullable Ticket ticket, List<TicketEvent> events) {
    if (ticket != null && events.isEmpty()) {
      return ticket;
    }
    return TicketChanges.apply(ticket, events).next();
  }

  private static void requireAllowed(Ticket ticket, TicketCommand command) throws RefusedException {
    TicketAction action = command.ticketAction();
    Set<TicketAction> allowed = TicketAction.allowedFor(ticket);
    if (action != null && !allowed.contains(action)) {
      throw RefusedException.state("工单 " + ticket.id(), ticket.state(), action, allowed);
    }
  }
}
