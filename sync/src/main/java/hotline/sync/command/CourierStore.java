package hotline.sync.command;

import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import hotline.sync.jdbc.Lease;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The durable side of a courier: fills its queue from the database and takes commands out again.
 *
 * <p>A command gets its sequence here, when it is found committed, not when it is written: then
 * sequences follow the commits, whatever transaction took longest. Only the holder of the lease
 * gives sequences, checked in the transaction that stores them.
 */
final class CourierStore {

  private static final Logger log = LoggerFactory.getLogger(CourierStore.class);

  private static final int PAGE = 256;

  /** Enough to keep the window full; more stays in the database. */
  private static final int ENOUGH = 1_024;

  /** Lines that wait for a repeat are remembered up to that many commands. */
  private static final int MOST = 50_000;

  private static final long NONE = -1;

  private final NodeCode target;
  private final Transactions transactions;
  private final Lease lease;
  private final OutcomeListener listener;
  private final Clock clock;
  private final OutboundTable table = new OutboundTable();
  private final OutboundOutcomes outcomes = new OutboundOutcomes();

  private long epoch = NONE;

  /** A term that turned out to be over. */
  private long lost = NONE;

  /** Everything up to there that has a sequence is in the queue. */
  private long loadedUpTo;

  /** Whether all that had a sequence when this process began to lead is in the queue. */
  private boolean caughtUp;

  /** Nothing more was found, and nobody has said since that there is more. */
  private boolean dry;

  CourierStore(
      NodeCode target,
      Transactions transactions,
      Lease lease,
      OutcomeListener listener,
      Clock clock) {
    this.target = target;
    this.transactions = transactions;
    this.lease = lease;
    this.listener = listener;
    this.clock = clock;
  }

  boolean isLeading() {
    return epoch != NONE;
  }

  /**
   * @return whether this is a new term, for which the queue must be empty
   */
  boolean lead(long newEpoch) {
    if (newEpoch == epoch || newEpoch == lost) {
      return false;
    }
    epoch = newEpoch;
    loadedUpTo = 0;
    caughtUp = false;
    dry = false;
    return true;
  }

  void stepDown() {
    epoch = NONE;
  }

  /** There may be new commands in the database. */
  void lookAgain() {
    dry = false;
  }

  /** Reads commands until there are enough in the queue or no more in the database. */
  void fill(CourierQueue queue) {
    while (isLeading() && !dry && queue.unblocked() < ENOUGH && queue.size() < MOST) {
      boolean sequencing = caughtUp;
      List<Outgoing> page = sequencing ? sequence(queue) : resume();
      page.forEach(queue::add);
      if (page.size() < PAGE) {
        caughtUp = true;
        dry = sequencing;
      }
    }
  }

  private List<Outgoing> resume() {
    List<Outgoing> page =
        inTransaction(tx -> table.sequenced(tx, target, loadedUpTo, PAGE, clock.millis()));
    if (!page.isEmpty()) {
      loadedUpTo = page.get(page.size() - 1).sequence;
    }
    return page;
  }

  private List<Outgoing> sequence(CourierQueue queue) {
    return inTransaction(
        tx -> {
          List<Outgoing> page = table.unsequenced(tx, target, PAGE, clock.millis());
          if (page.isEmpty()) {
            return page;
          }
          if (!lease.isHeld(tx, epoch)) {
            lost = epoch;
            stepDown();
            return List.of();
          }
          long sequence = table.lockLastSequence(tx, target);
          for (Outgoing command : page) {
            command.sequence = ++sequence;
          }
          linkToPredecessors(page, queue);
          table.storeSequences(tx, target, page);
          return page;
        });
  }

  /** All waiting commands with a sequence are in the queue, so the predecessors are there, too. */
  private static void linkToPredecessors(List<Outgoing> page, CourierQueue queue) {
    Map<String, Long> lastInPage = new HashMap<>();
    for (Outgoing command : page) {
      Long before = lastInPage.put(command.key, command.sequence);
      command.previous = before == null ? queue.lastSequence(command.key) : before;
    }
  }

  /** Reads commands again; those that wait no longer leave the queue. */
  void refresh(List<Outgoing> commands, CourierQueue queue) {
    if (commands.isEmpty()) {
      return;
    }
    Map<Long, OutboundTable.Fresh> found = inTransaction(tx -> table.refresh(tx, commands));
    for (Outgoing command : commands) {
      OutboundTable.Fresh fresh = found.get(command.id);
      if (fresh == null) {
        queue.remove(command);
      } else {
        command.payload = fresh.payload();
        command.previous = fresh.previous();
        command.loadedAt = clock.millis();
      }
    }
  }

  /**
   * Takes outcomes in one transaction, or, if one of them cannot be taken, each in its own.
   *
   * @return those that could not be taken; the others have left the queue
   */
  List<Settlement> settle(List<Settlement> settlements, CourierQueue queue) {
    List<Settlement> failed = new ArrayList<>();
    try {
      settleTogether(settlements);
    } catch (RuntimeException e) {
      if (settlements.size() == 1 || DatabaseException.isTransient(e)) {
        log.warn("{} outcomes from {} could not be taken", settlements.size(), target, e);
        return settlements;
      }
      for (Settlement settlement : settlements) {
        failed.addAll(settle(List.of(settlement), queue));
      }
      return failed;
    }
    settlements.forEach(settlement -> queue.remove(settlement.command()));
    return failed;
  }

  private void settleTogether(List<Settlement> settlements) {
    inTransaction(
        tx -> {
          for (Settlement settlement : settlements) {
            settle(tx, settlement);
          }
          return true;
        });
  }

  private void settle(Tx tx, Settlement settlement) throws SQLException {
    Outgoing command = settlement.command();
    CommandOutcome outcome = settlement.outcome();
    boolean waited =
        outcome instanceof CommandOutcome.Refused refused
            ? outcomes.settle(
                tx,
                command.id,
                OutboundOutcomes.REFUSED,
                refused.errorName() + ": " + refused.message(),
                clock.instant())
            : outcomes.settle(tx, command.id, OutboundOutcomes.DONE, null, clock.instant());
    if (waited) {
      listener.onOutcome(
          tx, command.commandId, target, command.key, command.type, payload(tx, command), outcome);
    } else if (outcome instanceof CommandOutcome.Done
        && outcomes.noteIfCancelled(
            tx, command.id, "cancelled, but the target had carried it out")) {
      log.warn("Command {} was cancelled, but {} had carried it out", command.commandId, target);
    }
  }

  /** Dropped from memory when the command had to wait. */
  private byte[] payload(Tx tx, Outgoing command) throws SQLException {
    byte[] inMemory = command.payload;
    return inMemory != null ? inMemory : table.payload(tx, command.id);
  }

  void recordFailure(List<Outgoing> commands, String error) {
    inTransaction(
        tx -> {
          outcomes.recordFailure(tx, commands, error);
          return true;
        });
  }

  private <T> T inTransaction(Transactions.Work<T, SQLException> work) {
    try {
      return transactions.call(work);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
