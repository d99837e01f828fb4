package hotline.node.cockpit;

import hotline.node.cockpit.Snapshot.Usual;
import hotline.node.store.FigureStore;
import hotline.node.store.FigureStore.Span;
import hotline.node.store.TicketFigure;
import hotline.node.store.Visibility;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a cockpit shows, at most every few seconds for all who may see the same; what the
 * present is compared with changes slowly and is counted more rarely (decision 0048).
 */
@Singleton
class FigureCounter {

  static final List<TicketFigure> OPEN =
      List.of(TicketFigure.OPEN, TicketFigure.OVERDUE, TicketFigure.DUE_SOON, TicketFigure.URGENT);
  static final List<TicketFigure> RESPONSE =
      List.of(TicketFigure.RESPONSE_OF, TicketFigure.RESPONDED);
  static final List<TicketFigure> CLOSED =
      List.of(
          TicketFigure.HANDLED,
          TicketFigure.RATED,
          TicketFigure.SATISFIED,
          TicketFigure.SOLUTION_OF,
          TicketFigure.SOLVED,
          TicketFigure.BY_SILENCE,
          TicketFigure.SCREENED,
          TicketFigure.EXCLUDED);

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration FRESH_USUAL = Duration.ofMinutes(5);
  private static final int WEEKS = 4;
  private static final int LATE = 12;

  private final FigureStore store;
  private final Rules rules;
  private final Transactions transactions;
  private final Remembered<Question, Snapshot> present;
  private final Remembered<Question, Usual> usual;

  FigureCounter(FigureStore store, Rules rules, Transactions transactions, Clock clock) {
    this.store = store;
    this.rules = rules;
    this.transactions = transactions;
    this.present = new Remembered<>(FRESH, clock);
    this.usual = new Remembered<>(FRESH_USUAL, clock);
  }

  /** What is asked; without an end it goes on with the time. */
  private record Question(Instant from, @Nullable Instant to, Visibility visible) {}

  /**
   * Counts, or tells what was counted a moment ago.
   *
   * @param open whether the period's end is the present
   */
  Snapshot count(Period period, boolean open, Visibility visible, Instant now) {
    Question question = new Question(period.from(), open ? null : period.to(), visible);
    return present.get(
        question,
        () -> {
          Usual before =
              usual.get(question, () -> transactions.call(tx -> usual(tx, period, visible, now)));
          return transactions.call(tx -> count(tx, period, visible, now, before));
        });
  }

  private Snapshot count(Tx tx, Period period, Visibility visible, Instant now, Usual before) {
    Span span = new Span(period.from(), period.to(), visible);
    Instant end = Period.nextSecond(now);
    Span month = new Span(Period.monthStart(now), end, visible);
    Span week = new Span(end.minus(Period.WEEK), end, visible);
    return new Snapshot(
        now,
        period,
        store.hours(tx, span),
        store.hours(
            tx,
            new Span(period.from().minus(Period.WEEK), period.to().minus(Period.WEEK), visible)),
        store.groups(tx, span, regionDigits()),
        store.ofOpen(tx, visible, OPEN, now),
        store.ofRegistered(tx, month, RESPONSE, now),
        store.ofClosed(tx, month, CLOSED, now),
        store.handling(tx, month, now),
        store.matters(tx, week),
        store.late(tx, rules.self().codeText(), visible, now, LATE),
        before);
  }

  private Usual usual(Tx tx, Period period, Visibility visible, Instant now) {
    Instant weekAgo = now.minus(Period.WEEK);
    return new Usual(
        store.hours(
            tx,
            new Span(period.from().minus(Period.WEEK), period.until().minus(Period.WEEK), visible)),
        store.matters(
            tx, new Span(weekAgo.minus(Period.WEEK.multipliedBy(WEEKS)), weekAgo, visible)));
  }

  static int weeks() {
    return WEEKS;
  }

  /** A province tells its cities apart, everybody else districts. */
  int regionDigits() {
    return rules.self().codeText().startsWith("0000", 2) ? 4 : 6;
  }
}
