package hotline.node.cockpit;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.view.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the cockpit is asked about.
 *
 * @param from the first moment
 * @param to the first moment after it: by default the end of the present second
 * @param until the end of the last day that it touches
 */
record Period(Instant from, Instant to, Instant until) {

  static final Duration WEEK = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(92);
  private static final Duration BY_HOUR = Duration.ofDays(2);

  /** What is missing is today. */
  static Period of(@Nullable OffsetDateTime from, @Nullable OffsetDateTime to, Instant now) {
    Instant end = to == null ? nextSecond(now) : to.toInstant();
    Instant start = from == null ? startOf(day(now)) : from.toInstant();
    if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "统计时段应为起止先后有序、不超过92天的一段时间");
    }
    return new Period(start, end, startOf(day(end.minusMillis(1)).plusDays(1)));
  }

  /** The month of a moment, as far as it has come. */
  static Instant monthStart(Instant now) {
    return startOf(day(now).withDayOfMonth(1));
  }

  static Instant nextSecond(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
  }

  /** How many hours one column of the chart stands for. */
  int hoursOfBin() {
    return Duration.between(from, until).compareTo(BY_HOUR) > 0 ? 24 : 1;
  }

  int bins() {
    long hours = Duration.between(from, until).plusHours(hoursOfBin()).minusNanos(1).toHours();
    return (int) (hours / hoursOfBin());
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(Times.ZONE).toLocalDate();
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(Times.ZONE).toInstant();
  }
}
