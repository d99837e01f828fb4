package hotline.node.work;

import hotline.node.store.AssignmentImage;
import hotline.node.store.AssignmentStore;
import hotline.node.store.BackfillStore;
import hotline.node.store.StandingRow;
import hotline.node.store.TicketImage;
import hotline.node.store.TicketStore;
import hotline.node.store.TicketStore.LockedRow;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.DecisionContext;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.wire.AssignmentWire;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After an upgrade, writes what a newer program derives of tickets and assignments for all that
 * were there before: their columns (of replicas, too) and their {@link Projection}. It goes through
 * the tickets by the numbers of their rows, some at a time in a transaction of their own, and
 * remembers how far it has come, so that a kill costs one piece at most. What is written is what
 * the next change would write: doing it twice does no harm (decision 0053).
 *
 * <p>Beside live work: a piece takes only rows that nobody holds and waits for nothing while it
 * holds them, so that it is never part of a deadlock; those that were held are waited for one by
 * one.
 */
@Singleton
class Backfill implements Chore {

  private static final Logger log = LoggerFactory.getLogger(Backfill.class);
  private static final int AT_ONCE = 100;
  private static final int PIECES_A_RUN = 50;

  private final Transactions transactions;
  private final BackfillStore store;
  private final TicketStore tickets;
  private final AssignmentStore assignments;
  private final Projections projections;
  private final Rules rules;
  private final Clock clock;
  private volatile boolean finished;

  Backfill(
      Transactions transactions,
      BackfillStore store,
      TicketStore tickets,
      AssignmentStore assignments,
      Projections projections,
      Rules rules,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.tickets = tickets;
    this.assignments = assignments;
    this.projections = projections;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "backfill";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(5);
  }

  /** As much as fits between other timers; nothing, once all is done. */
  @Override
  public void run() {
    for (int i = 0; i < PIECES_A_RUN && !finished; i++) {
      finished = !advance(AT_ONCE);
    }
  }

  /** Whether every ticket has its rows. */
  boolean finished() {
    return transactions.call(tx -> store.progress(tx, Projections.VERSION).finished());
  }

  /**
   * Looks at the next tickets.
   *
   * @return false when there are no more
   */
  boolean advance(int atOnce) {
    var progress = transactions.call(tx -> store.progress(tx, Projections.VERSION));
    if (progress.finished()) {
      return false;
    }
    List<Long> rows = transactions.call(tx -> tickets.rowsAfter(tx, progress.scanned(), atOnce));
    if (rows.isEmpty()) {
      transactions.run(tx -> store.finish(tx, Projections.VERSION));
      log.info("what is derived from tickets is complete up to row {}", progress.scanned());
      return false;
    }
    together(rows).forEach(this::alone);
    long last = rows.get(rows.size() - 1);
    transactions.run(tx -> store.advance(tx, Projections.VERSION, last));
    return true;
  }

  /** Returns the rows that are left: somebody works on them, or one of them cannot be read. */
  private List<Long> together(List<Long> rows) {
    try {
      Set<Long> done = transactions.call(tx -> write(tx, tickets.lockRows(tx, rows, false)));
      return rows.stream().filter(row -> !done.contains(row)).toList();
    } catch (IllegalArgumentException e) {
      return rows;
    }
  }

  private void alone(Long row) {
    try {
      transactions.run(tx -> write(tx, tickets.lockRows(tx, List.of(row), true)));
    } catch (IllegalArgumentException e) {
      log.warn("row {} of the tickets cannot be read: {}", row, e.getMessage());
    }
  }

  private Set<Long> write(Tx tx, List<LockedRow> locked) {
    Set<Long> done = new HashSet<>();
    Map<TicketId, Ticket> held = new HashMap<>();
    for (LockedRow row : locked) {
      TicketImage image = row.image();
      if (!row.coherent()) {
        tickets.update(tx, image, image.ticket().version());
      }
      held.put(image.ticket().id(), image.ticket());
      done.add(row.row());
    }
    projections.write(tx, projected(held, standing(tx, List.copyOf(held.keySet()))));
    return done;
  }

  private List<Assignment> standing(Tx tx, List<TicketId> ids) {
    List<Assignment> found = new ArrayList<>();
    for (StandingRow row : assignments.lockOf(tx, ids)) {
      Assignment assignment = AssignmentWire.read(row.image());
      if (!row.coherent()) {
        assignments.update(tx, new AssignmentImage(assignment, row.image()), row.version());
      }
      found.add(assignment);
    }
    return found;
  }

  /** Of what is this node's own: of replicas nothing waits here. */
  private List<Projection> projected(Map<TicketId, Ticket> held, List<Assignment> carriedOut) {
    List<Projection> all = new ArrayList<>();
    for (Ticket ticket : held.values()) {
      if (ticket.owner().code().equals(rules.self().code())) {
        all.add(Projection.of(ticket, context(ticket)));
      }
    }
    for (Assignment assignment : carriedOut) {
      Ticket ticket = held.get(assignment.id().ticket());
      if (ticket != null && assignment.charge().node().code().equals(rules.self().code())) {
        all.add(Projection.of(assignment, context(ticket)));
      }
    }
    return all;
  }

  private DecisionContext context(Ticket ticket) {
    return rules.context(Actor.SYSTEM, clock.instant(), ticket);
  }
}
