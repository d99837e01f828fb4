package hotline.node.intake;

import hotline.node.store.TicketStore;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.view.TicketRow;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Shows tickets of this node as rows of a list. */
@Singleton
final class TicketRows {

  private final TicketStore tickets;
  private final Clock clock;

  TicketRows(TicketStore tickets, Clock clock) {
    this.tickets = tickets;
    this.clock = clock;
  }

  /** In the order of the ids; those that are not here are left out. */
  List<TicketRow> of(Tx tx, List<TicketId> ids) {
    return of(tx, ids, ticket -> true);
  }

  /** The same of those only that are {@code wanted}. */
  List<TicketRow> of(Tx tx, List<TicketId> ids, Predicate<Ticket> wanted) {
    Map<TicketId, Ticket> found = tickets.findAll(tx, ids);
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
        .filter(wanted)
        .map(ticket -> TicketRow.of(ticket, true, clock.instant()))
        .toList();
  }
}
