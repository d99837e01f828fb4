package hotline.node.intake;

import hotline.node.store.IntakeStore;
import hotline.node.store.RepeatStore;
import hotline.node.ticket.Deadlines;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketCommand.AcceptTicket;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketState;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the same person's earlier ticket about the same matter: one that is still in handling
 * within its limit (ACC-10), or one that was concluded (ACC-07), at this node or at any other whose
 * ticket is known here, from below or from above, or that a node above has told of. Of two
 * that look at the same moment the second waits for the first to commit, so that it does not miss
 * it.
 */
@Singleton
public final class Duplicates {

  private static final int MOST = 100;

  private static final Set<TicketState> HANDLING =
      EnumSet.of(TicketState.ACCEPTED, TicketState.IN_HANDLING, TicketState.IN_REVIEW);

  private static final Set<TicketState> CONCLUDED =
      EnumSet.of(TicketState.CLOSED, TicketState.ARCHIVED);

  private final IntakeStore intake;
  private final RepeatStore repeats;
  private final RequesterKeys keys;
  private final Clock clock;

  Duplicates(IntakeStore intake, RepeatStore repeats, RequesterKeys keys, Clock clock) {
    this.intake = intake;
    this.repeats = repeats;
    this.keys = keys;
    this.clock = clock;
  }

  /** The acceptance of a ticket that has been registered already. */
  public AcceptTicket acceptance(Tx tx, Ticket ticket, @Nullable String newFacts) {
    Sameness sameness = keys.samenessOf(ticket.requester().key(), ticket.appeal());
    AcceptTicket found = acceptance(tx, ticket.id(), sameness, newFacts);
    Optional<RepeatStore.Repeat> told = repeats.of(tx, ticket.id());
    if (told.isEmpty() || found.duplicateOf() != null || found.concluded() != null) {
      return found;
    }
    TicketId earlier = told.get().earlier();
    return told.get().concluded()
        ? new AcceptTicket(null, earlier, newFacts)
        : new AcceptTicket(earlier, null, newFacts);
  }

  /** The acceptance of one that is about to be. */
  AcceptTicket acceptance(
      Tx tx, TicketId ticket, @Nullable Sameness sameness, @Nullable String newFacts) {
    if (sameness == null) {
      return new AcceptTicket(null);
    }
    intake.lock(tx, sameness.hash());
    Found found = find(tx, ticket, sameness);
    return new AcceptTicket(
        found.inHandling().orElse(null), found.concluded().orElse(null), newFacts);
  }

  /** What there is, for a look that decides nothing. */
  Found find(Tx tx, TicketId except, @Nullable Sameness sameness) {
    if (sameness == null) {
      return new Found(Optional.empty(), Optional.empty());
    }
    Instant now = clock.instant();
    Optional<TicketId> inHandling = intake.inHandling(tx, sameness.hash(), except, now);
    Optional<TicketId> concluded = intake.concluded(tx, sameness.hash(), except);
    if (inHandling.isPresent()) {
      return new Found(inHandling, concluded);
    }
    List<Ticket> elsewhere =
        repeats.ofRequester(tx, sameness.requester(), MOST).stream()
            .filter(ticket -> !ticket.id().issuer().equals(except.issuer()))
            .filter(ticket -> isSame(sameness, ticket))
            .toList();
    return new Found(
        first(elsewhere, ticket -> inHandling(ticket, now)),
        concluded.or(() -> first(elsewhere, Duplicates::concluded)));
  }

  /** Whether it is of the same person about the same. */
  private boolean isSame(Sameness sameness, Ticket ticket) {
    Sameness other = keys.samenessOf(ticket.requester().key(), ticket.appeal());
    return other != null && Arrays.equals(other.hash(), sameness.hash());
  }

  /** Whether both are of the same person about the same. */
  boolean areSame(Ticket one, Ticket other) {
    Sameness sameness = keys.samenessOf(one.requester().key(), one.appeal());
    return sameness != null && isSame(sameness, other);
  }

  static boolean inHandling(Ticket ticket, Instant now) {
    var due = ticket.clock().due();
    return HANDLING.contains(ticket.state())
        && (due == null || Deadlines.fedBack(ticket) || !due.at().isBefore(now));
  }

  static boolean concluded(Ticket ticket) {
    return CONCLUDED.contains(ticket.state()) && ticket.outcome().closure() != null;
  }

  private static Optional<TicketId> first(List<Ticket> tickets, Predicate<Ticket> wanted) {
    return tickets.stream().filter(wanted).map(Ticket::id).findFirst();
  }

  /** The same person's tickets about the same matter. */
  record Found(Optional<TicketId> inHandling, Optional<TicketId> concluded) {}
}
