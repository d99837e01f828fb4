package hotline.testkit.rules;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * A Friday and the two weeks after it, without holidays and make-up workdays in any year: scenarios
 * speak of its days, whatever the date of the test run.
 */
record PlainWeek(LocalDate friday) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int DAYS = 17;

  /** Spans of the year on which no statutory holiday and no make-up workday ever falls. */
  private enum Plain {
    SPRING(MonthDay.of(3, 1), MonthDay.of(3, 27)),
    SUMMER(MonthDay.of(7, 1), MonthDay.of(8, 31)),
    WINTER(MonthDay.of(10, 18), MonthDay.of(12, 24));

    private final MonthDay first;
    private final MonthDay last;

    Plain(MonthDay first, MonthDay last) {
      this.first = first;
      this.last = last;
    }

    boolean holds(LocalDate from, LocalDate to) {
      return from.getYear() == to.getYear()
          && !MonthDay.from(from).isBefore(first)
          && !MonthDay.from(to).isAfter(last);
    }
  }

  /** The first that has not begun yet. */
  static PlainWeek after(Instant now) {
    LocalDate friday =
        now.atZone(ZONE).toLocalDate().with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
    while (!isPlain(friday)) {
      friday = friday.plusWeeks(1);
    }
    return new PlainWeek(friday);
  }

  private static boolean isPlain(LocalDate friday) {
    for (Plain span : Plain.values()) {
      if (span.holds(friday, friday.plusDays(DAYS))) {
        return true;
      }
    }
    return false;
  }

  Instant friday(String time) {
    return at(0, time);
  }

  Instant saturday(String time) {
    return at(1, time);
  }

  Instant monday(String time) {
    return at(3, time);
  }

  Instant tuesday(String time) {
    return at(4, time);
  }

  Instant thursday(String time) {
    return at(6, time);
  }

  Instant nextFriday(String time) {
    return at(7, time);
  }

  Instant fridayAfterNext(String time) {
    return at(14, time);
  }

  private Instant at(int day, String time) {
    return friday.plusDays(day).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
  }
}
