package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket. */
public sealed interface TicketEvent permits TicketEvent.OfTicket, OrderEvent {

  /** What only happens to a ticket. */
  sealed interface OfTicket extends TicketEvent {}

  record TicketRegistered(
      TicketId id, NodeRef owner, String queryCode, Appeal appeal, Requester requester, Instant at)
      implements OfTicket {}

  record TicketAccepted(Instant at, Deadline dispatchBy, Deadline due) implements OfTicket {}

  record TicketRefused(Refusal refusal) implements OfTicket {}

  /** The citizen got the answer; {@code silentAt} as in {@link FollowUps}. */
  record TicketAnswered(Answer answer, @Nullable Deadline silentAt) implements OfTicket {}

  record TicketFollowedUp(FollowUp followUp) implements OfTicket {}

  record TicketClosed(Closure closure) implements OfTicket {}

  record TicketWithdrawn(Closure closure) implements OfTicket {}

  record TicketArchived(Instant at) implements OfTicket {}
}
