package hotline.node.timer;

import hotline.node.calendar.Calendars;
import hotline.node.error.RefusedException;
import hotline.node.store.WatchStore;
import hotline.node.store.WatchStore.DueAlarm;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.HolderCommand.RaiseAlarm;
import hotline.node.ticket.HolderCommand.RecomputeDeadlines;
import hotline.node.ticket.TicketId;
import hotline.node.work.TicketWork;
import hotline.node.work.UnitOfWork;
import hotline.sync.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of deadlines that come near or pass, and sets provisional ones anew when a calendar has
 * become known. What is due stands in the database, and a warning is claimed in the transaction
 * that records it: it survives restarts and is given once, however many processes look for it.
 */
@Singleton
public final class Alarms {

  private static final Logger log = LoggerFactory.getLogger(Alarms.class);
  private static final int LIMIT = 1_000;

  private final Transactions transactions;
  private final TicketWork work;
  private final WatchStore watches;
  private final Calendars calendars;
  private final Clock clock;

  Alarms(
      Transactions transactions,
      TicketWork work,
      WatchStore watches,
      Calendars calendars,
      Clock clock) {
    this.transactions = transactions;
    this.work = work;
    this.watches = watches;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** Gives the warnings that are due; each becomes an entry in its ticket's record. */
  public void raiseDue() {
    List<DueAlarm> due = transactions.call(tx -> watches.due(tx, clock.instant(), LIMIT));
    for (DueAlarm alarm : due) {
      attempt(alarm.row().subject(), () -> work.carryOut(unit -> raise(unit, alarm)));
    }
  }

  /** Has those decide anew whose deadlines ran into a year that is known by now. */
  public void recomputeProvisional() {
    int calendar = calendars.current().version();
    List<String> subjects = transactions.call(tx -> watches.provisional(tx, calendar, LIMIT));
    for (String subject : subjects) {
      attempt(subject, () -> work.carryOut(unit -> recompute(unit, subject, calendar)));
    }
  }

  private boolean raise(UnitOfWork unit, DueAlarm alarm) {
    unit.ticket(alarm.row().ticket());
    boolean mine = watches.claim(unit.tx(), alarm);
    if (mine) {
      decide(unit, alarm.row().subject(), new RaiseAlarm(alarm.row().running(), alarm.stage()));
    }
    return mine;
  }

  private boolean recompute(UnitOfWork unit, String subject, int calendar) {
    decide(unit, subject, new RecomputeDeadlines());
    watches.seen(unit.tx(), subject, calendar);
    return true;
  }

  private static void decide(UnitOfWork unit, String subject, HolderCommand command) {
    if (subject.indexOf('/') < 0) {
      unit.decide(TicketId.parse(subject), command);
    } else {
      unit.decide(AssignmentId.parse(subject), command);
    }
  }

  private static void attempt(String subject, Runnable action) {
    try {
      action.run();
    } catch (RefusedException e) {
      log.debug("{} needs no timer any more: {}", subject, e.code());
    } catch (RuntimeException e) {
      // one that fails must not keep the others from their turn; it is tried again the next time
      log.error("The timer failed for {}", subject, e);
    }
  }
}
