package hotline.node.intake;

import hotline.node.store.IntakeStore;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketState;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the same person's earlier ticket about the same matter that is still in handling (ACC-10).
 */
@Singleton
public final class Duplicates {

  private static final List<TicketState> HANDLING =
      List.of(TicketState.ACCEPTED, TicketState.IN_HANDLING, TicketState.IN_REVIEW);

  private final IntakeStore intake;

  Duplicates(IntakeStore intake) {
    this.intake = intake;
  }

  /** For a ticket that has been registered already. */
  public Optional<TicketId> of(Tx tx, TicketId ticket) {
    return intake.samenessOf(tx, ticket).flatMap(same -> intake.same(tx, same, ticket, HANDLING));
  }

  /** For one that is about to be. */
  Optional<TicketId> of(Tx tx, TicketId ticket, byte @Nullable [] sameness) {
    return sameness == null ? Optional.empty() : intake.same(tx, sameness, ticket, HANDLING);
  }
}
