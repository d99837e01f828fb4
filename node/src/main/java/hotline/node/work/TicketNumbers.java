package hotline.node.work;

import hotline.node.store.SequenceStore;
import hotline.node.ticket.TicketId;
import hotline.sync.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Numbers tickets. Numbers are taken in blocks, each in a short transaction of its own, so that
 * concurrent intakes do not wait for each other's commit; what is left of a block when the process
 * ends is a gap.
 */
@Singleton
public final class TicketNumbers {

  private static final int BLOCK = 50;

  private final Rules rules;
  private final Transactions transactions;
  private final SequenceStore sequences;
  private final Clock clock;
  private LocalDate day = LocalDate.MIN;
  private int next;
  private int last = -1;

  TicketNumbers(Rules rules, Transactions transactions, SequenceStore sequences, Clock clock) {
    this.rules = rules;
    this.transactions = transactions;
    this.sequences = sequences;
    this.clock = clock;
  }

  /** A number of today that no other call in any process of this node gets. */
  public synchronized TicketId next() {
    LocalDate today = rules.dayOf(clock.instant());
    if (!today.equals(day) || next > last) {
      last = transactions.call(tx -> sequences.reserve(tx, today, BLOCK));
      next = last - BLOCK + 1;
      day = today;
    }
    return new TicketId(rules.self().code(), today, next++);
  }
}
