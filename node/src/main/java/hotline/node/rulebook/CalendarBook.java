package hotline.node.rulebook;

import hotline.node.calendar.CalendarYear;
import hotline.node.calendar.Calendars;
import hotline.node.calendar.Holidays;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.rulebook.UpperRules.HandedDownYear;
import hotline.node.store.CalendarStore;
import hotline.node.store.CalendarStore.CalendarRow;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The holidays as this node knows them, in all their versions. */
@Singleton
public final class CalendarBook implements Calendars {

  private static final String SYSTEM = "system";

  private final Transactions transactions;
  private final CalendarStore store;
  private final UpperRules upper;
  private final Clock clock;
  private volatile List<CalendarRow> rows = List.of();
  private volatile Holidays current = Holidays.bundled();

  CalendarBook(Transactions transactions, CalendarStore store, UpperRules upper, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.upper = upper;
    this.clock = clock;
    refresh();
    seed();
  }

  @Override
  public Holidays current() {
    return current;
  }

  @Override
  public Holidays version(int number) {
    return number < 1 ? Holidays.bundled() : upTo(rows, number);
  }

  List<CalendarRow> rows() {
    return rows;
  }

  @Scheduled(fixedDelay = "${hotline.rules.refresh:2s}", initialDelay = "2s")
  void refreshAndFollow() {
    refresh();
    if (transactions.call(this::follow)) {
      refresh();
    }
  }

  /**
   * Takes in what the nodes above have handed down. What was taken in once is not taken again, so a
   * year that was imported here afterwards stays as it is until they hand down another.
   */
  private boolean follow(Tx tx) {
    boolean learnt = false;
    for (HandedDownYear year : upper.calendars(tx)) {
      boolean known = rows.stream().anyMatch(row -> row.source().equals(year.source()));
      if (!known && !learnt) {
        CalendarYear read = CalendarYear.parse(year.year(), year.days());
        // losing against another process of this node does no harm: the next look sees its row
        learnt =
            store.insert(
                tx,
                List.of(new CalendarRow(last() + 1, read, year.source(), clock.instant(), SYSTEM)));
      }
    }
    return learnt;
  }

  /** Takes in what other processes of the node have learnt. */
  synchronized void refresh() {
    int last = last();
    List<CalendarRow> fresh = transactions.call(tx -> store.after(tx, last));
    if (!fresh.isEmpty()) {
      List<CalendarRow> all = new ArrayList<>(rows);
      all.addAll(fresh);
      current = upTo(all, all.get(all.size() - 1).version());
      rows = List.copyOf(all);
    }
  }

  /**
   * Takes in what is known of a year, in the caller's transaction; call {@link #refresh} after the
   * commit.
   *
   * @param handDown whether the nodes below get it as well
   * @return the number of the calendar that it makes
   * @throws RefusedException when somebody else was faster
   */
  int add(Tx tx, CalendarYear year, String source, String username, boolean handDown) {
    int version = last() + 1;
    CalendarRow row = new CalendarRow(version, year, source, clock.instant(), username);
    if (!store.insert(tx, List.of(row))) {
      throw new RefusedException(ErrorCode.STALE_VERSION, "日历刚刚被他人更新，请重试");
    }
    if (handDown) {
      upper.publishCalendar(tx, year.year(), year.text());
    }
    return version;
  }

  private void seed() {
    if (rows.isEmpty()) {
      List<CalendarRow> seeds =
          Holidays.bundled().years().stream()
              .map(year -> new CalendarRow(1, year, "程序自带", clock.instant(), SYSTEM))
              .toList();
      // another process of the node may have been faster, with the same
      transactions.call(tx -> store.insert(tx, seeds));
      refresh();
    }
  }

  private int last() {
    List<CalendarRow> known = rows;
    return known.isEmpty() ? 0 : known.get(known.size() - 1).version();
  }

  private static Holidays upTo(List<CalendarRow> rows, int version) {
    Map<Integer, CalendarYear> years = new TreeMap<>();
    rows.stream()
        .filter(row -> row.version() <= version)
        .forEach(row -> years.put(row.year().year(), row.year()));
    return Holidays.of(version, years.values());
  }
}
