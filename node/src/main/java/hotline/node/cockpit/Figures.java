package hotline.node.cockpit;

import hotline.node.cockpit.CockpitView.BinView;
import hotline.node.cockpit.CockpitView.FigureView;
import hotline.node.cockpit.CockpitView.HandlingView;
import hotline.node.cockpit.CockpitView.LeftOutView;
import hotline.node.cockpit.CockpitView.RateView;
import hotline.node.cockpit.Range.Narrowed;
import hotline.node.store.FigureStore.Counts;
import hotline.node.store.FigureStore.Duration;
import hotline.node.store.FigureStore.Hour;
import hotline.node.store.TicketFigure;
import hotline.node.view.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of one range of owners, taken from what was counted of all. Pure. */
final class Figures {

  private static final double MICROS_AN_HOUR = 3_600_000_000.0;

  private final Snapshot counted;
  private final Range range;
  private final Instant end;
  private final Instant month;

  Figures(Snapshot counted, Range range) {
    this.counted = counted;
    this.range = range;
    this.end = Period.nextSecond(counted.now());
    this.month = Period.monthStart(counted.now());
  }

  FigureView registered() {
    return range.figure(sum(counted.hours()), span());
  }

  /** In the same span a week before. */
  FigureView weekBefore() {
    return range.figure(
        sum(counted.weekBefore()),
        Narrowed.registered(
            counted.period().from().minus(Period.WEEK), counted.period().to().minus(Period.WEEK)));
  }

  FigureView open(TicketFigure figure) {
    return range.figure(sum(counted.open(), figure), Narrowed.NOT.as(figure));
  }

  FigureView closed(TicketFigure figure) {
    return range.figure(sum(counted.closed(), figure), Narrowed.closed(month, end).as(figure));
  }

  HandlingView handling() {
    List<Duration> own =
        counted.handling().stream().filter(each -> range.holds().test(each.owner())).toList();
    long tickets = own.stream().mapToLong(Duration::tickets).sum();
    double micros = own.stream().mapToLong(Duration::micros).sum();
    return new HandlingView(
        tickets == 0 ? null : micros / tickets / MICROS_AN_HOUR, closed(TicketFigure.HANDLED));
  }

  /** Response, satisfaction, solution. */
  List<RateView> rates() {
    return List.of(
        rate(
            "response",
            "响应率",
            responded(TicketFigure.RESPONDED),
            responded(TicketFigure.RESPONSE_OF),
            List.of()),
        rate(
            "satisfaction",
            "满意率",
            closed(TicketFigure.SATISFIED),
            closed(TicketFigure.RATED),
            List.of(
                new LeftOutView("超时默认满意", closed(TicketFigure.BY_SILENCE)),
                new LeftOutView("甄别通过的不满意评价", closed(TicketFigure.SCREENED)),
                new LeftOutView("剔除", closed(TicketFigure.EXCLUDED)))),
        rate(
            "solution",
            "解决率",
            closed(TicketFigure.SOLVED),
            closed(TicketFigure.SOLUTION_OF),
            List.of(
                new LeftOutView("超时默认满意", closed(TicketFigure.BY_SILENCE)),
                new LeftOutView("剔除", closed(TicketFigure.EXCLUDED)))));
  }

  /** Columns of a chart over the whole days of the period. */
  List<BinView> bins() {
    Period period = counted.period();
    int width = period.hoursOfBin();
    long[] now = bins(counted.hours(), period.bins(), width);
    long[] before = bins(counted.usual().hours(), period.bins(), width);
    List<BinView> bins = new ArrayList<>();
    for (int i = 0; i < now.length; i++) {
      Instant from = period.from().plus(java.time.Duration.ofHours((long) i * width));
      Instant to = from.plus(java.time.Duration.ofHours(width));
      Instant last = to.isBefore(period.to()) ? to : period.to();
      bins.add(
          new BinView(
              Times.local(from),
              from.isBefore(period.to())
                  ? range.figure(now[i], Narrowed.registered(from, last))
                  : null,
              before[i]));
    }
    return bins;
  }

  /** What narrows to the tickets of the period. */
  Narrowed span() {
    return Narrowed.registered(counted.period().from(), counted.period().to());
  }

  /** What narrows to those of the last seven days. */
  Narrowed week() {
    return Narrowed.registered(end.minus(Period.WEEK), end);
  }

  private FigureView responded(TicketFigure figure) {
    return range.figure(
        sum(counted.responded(), figure), Narrowed.registered(month, end).as(figure));
  }

  private static RateView rate(
      String key, String label, FigureView part, FigureView whole, List<LeftOutView> leftOut) {
    @Nullable Double percent = whole.value() == 0 ? null : 100.0 * part.value() / whole.value();
    return new RateView(key, label, percent, part, whole, leftOut);
  }

  private long[] bins(List<Hour> hours, int bins, int width) {
    long[] sums = new long[bins];
    for (Hour hour : hours) {
      int bin = hour.hour() / width;
      if (range.holds().test(hour.owner()) && bin < bins) {
        sums[bin] += hour.count();
      }
    }
    return sums;
  }

  private long sum(List<Hour> hours) {
    return hours.stream()
        .filter(hour -> range.holds().test(hour.owner()))
        .mapToLong(Hour::count)
        .sum();
  }

  private long sum(List<Counts> counts, TicketFigure figure) {
    return counts.stream()
        .filter(each -> range.holds().test(each.owner()))
        .mapToLong(each -> each.of(figure))
        .sum();
  }
}
