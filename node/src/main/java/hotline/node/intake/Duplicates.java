package hotline.node.intake;

import hotline.node.store.IntakeStore;
import hotline.node.ticket.TicketCommand.AcceptTicket;
import hotline.node.ticket.TicketId;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the same person's earlier ticket about the same matter: one that is still in handling
 * within its limit (ACC-10), or one that was concluded (ACC-07). Of two that look at the same
 * moment the second waits for the first to commit, so that it does not miss it.
 */
@Singleton
public final class Duplicates {

  private final IntakeStore intake;
  private final Clock clock;

  Duplicates(IntakeStore intake, Clock clock) {
    this.intake = intake;
    this.clock = clock;
  }

  /** The acceptance of a ticket that has been registered already. */
  public AcceptTicket acceptance(Tx tx, TicketId ticket, @Nullable String newFacts) {
    return acceptance(tx, ticket, intake.samenessOf(tx, ticket).orElse(null), newFacts);
  }

  /** The acceptance of one that is about to be. */
  AcceptTicket acceptance(
      Tx tx, TicketId ticket, byte @Nullable [] sameness, @Nullable String newFacts) {
    if (sameness == null) {
      return new AcceptTicket(null);
    }
    intake.lock(tx, sameness);
    Found found = find(tx, ticket, sameness);
    return new AcceptTicket(
        found.inHandling().orElse(null), found.concluded().orElse(null), newFacts);
  }

  /** What there is, for a look that decides nothing. */
  Found find(Tx tx, TicketId except, byte @Nullable [] sameness) {
    return sameness == null
        ? new Found(Optional.empty(), Optional.empty())
        : new Found(
            intake.inHandling(tx, sameness, except, clock.instant()),
            intake.concluded(tx, sameness, except));
  }

  /** The same person's tickets about the same matter. */
  record Found(Optional<TicketId> inHandling, Optional<TicketId> concluded) {}
}
