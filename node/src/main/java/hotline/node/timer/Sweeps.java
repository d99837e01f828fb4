package hotline.node.timer;

import hotline.node.error.RefusedException;
import hotline.node.store.AssignmentStore;
import hotline.node.store.TicketStore;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketId;
import hotline.node.work.Rules;
import hotline.node.work.TicketWork;
import hotline.sync.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for limits that have run out, and has the tickets and assignments themselves decide what
 * follows. May run at any time, any number of times, in several processes at once.
 */
@Singleton
public final class Sweeps {

  private static final Logger log = LoggerFactory.getLogger(Sweeps.class);
  private static final int LIMIT = 500;

  private final Transactions transactions;
  private final TicketWork work;
  private final TicketStore tickets;
  private final AssignmentStore assignments;
  private final Rules rules;
  private final Clock clock;

  Sweeps(
      Transactions transactions,
      TicketWork work,
      TicketStore tickets,
      AssignmentStore assignments,
      Rules rules,
      Clock clock) {
    this.transactions = transactions;
    this.work = work;
    this.tickets = tickets;
    this.assignments = assignments;
    this.rules = rules;
    this.clock = clock;
  }

  /** Work that nobody signed for in time counts as signed for (LIF-02). */
  public void deemSignedFor() {
    List<AssignmentId> late =
        transactions.call(
            tx -> assignments.unsigned(tx, rules.self().code(), clock.instant(), LIMIT));
    for (AssignmentId id : late) {
      attempt(
          id.toString(),
          () -> work.carryOut(unit -> unit.decide(id, new AssignmentCommand.DeemSignedFor())));
    }
  }

  /** A requester who has not answered the follow-up counts as satisfied (RVS-06, SLA-10). */
  public void assumeSatisfied() {
    List<TicketId> silent =
        transactions.call(tx -> tickets.silent(tx, rules.self().code(), clock.instant(), LIMIT));
    for (TicketId id : silent) {
      attempt(
          id.toString(),
          () -> work.carryOut(unit -> unit.decide(id, new TicketCommand.AssumeSatisfied())));
    }
  }

  /** Somebody may have been faster: then there is nothing left to do. */
  private static void attempt(String id, Runnable action) {
    try {
      action.run();
    } catch (RefusedException e) {
      log.debug("{} needs no timer any more: {}", id, e.code());
    }
  }
}
