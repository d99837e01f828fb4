package hotline.node.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Counts working time and turns limits into deadlines. Immutable; knows no clock. */
public final class WorkingCalendar {

  private final WorkingHours hours;
  private final Holidays holidays;

  public WorkingCalendar(WorkingHours hours, Holidays holidays) {
    this.hours = hours;
    this.holidays = holidays;
  }

  /** The number of the calendar, 0 for the one that comes with the program. */
  public int version() {
    return holidays.version();
  }

  /** Whether people work on this day. */
  public boolean isWorkday(LocalDate day) {
    return holidays.isWorkday(day);
  }

  /** The days from one moment to another on which nobody works, or people do on a weekend. */
  public List<DayNote> departures(Instant from, Instant to) {
    List<DayNote> notes = new ArrayList<>();
    LocalDate last = dayOf(to);
    for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
      boolean worked = isWorkday(day);
      String name = holidays.special(day).map(CalendarYear.Day::name).orElse("");
      if (holidays.special(day).isPresent()) {
        notes.add(new DayNote(day, worked, name + (worked ? "调休上班" : "放假")));
      } else if (!worked) {
        notes.add(new DayNote(day, false, "周末"));
      }
    }
    return notes;
  }

  /**
   * A day that departs from the five-day week.
   *
   * @param reason for people to read
   */
  public record DayNote(LocalDate day, boolean worked, String reason) {}

  /** The day of a moment, in the calendar's zone. */
  public LocalDate dayOf(Instant time) {
    return time.atZone(hours.zone()).toLocalDate();
  }

  /**
   * The deadline of a limit that starts at {@code from}.
   *
   * @param rule what the deadline is to be justified by
   */
  public Deadline deadline(Instant from, Limit limit, String rule) {
    Instant at;
    if (limit instanceof Limit.WallTime wall) {
      return new Deadline(from.plus(wall.time()), rule, false);
    } else if (limit instanceof Limit.WorkingTime working) {
      at = plusWorkingTime(from, working.time());
    } else if (limit instanceof Limit.WorkingDays days) {
      at = endOfWorkingDay(dayOf(from), days.days());
    } else {
      throw new AssertionError(limit);
    }
    return new Deadline(at, rule, isProvisional(from, at));
  }

  /**
   * The deadline moved by whole working days: the end of business of the n-th working day after.
   */
  public Deadline extend(Deadline deadline, int workingDays, String rule) {
    Instant at = endOfWorkingDay(dayOf(deadline.at()), workingDays);
    return new Deadline(at, rule, deadline.provisional() || isProvisional(deadline.at(), at));
  }

  /** The end of business of a day that was agreed. */
  public Deadline endOf(LocalDate day, String rule) {
    Instant at = at(day, hours.endOfDay());
    return new Deadline(at, rule, isProvisional(at, at));
  }

  /** The moment from which on {@code time} of working time passes until {@code until}. */
  public Instant minusWorkingTime(Instant until, Duration time) {
    Duration left = time;
    for (LocalDate day = dayOf(until); ; day = day.minusDays(1)) {
      if (!isWorkday(day)) {
        continue;
      }
      List<WorkingHours.Span> spans = hours.spans();
      for (int i = spans.size() - 1; i >= 0; i--) {
        Instant from = at(day, spans.get(i).from());
        Instant to = earlier(at(day, spans.get(i).to()), until);
        if (to.isAfter(from)) {
          Duration here = Duration.between(from, to);
          if (left.compareTo(here) <= 0) {
            return to.minus(left);
          }
          left = left.minus(here);
        }
      }
    }
  }

  /** How much working time lies between two moments; nothing if they are not in order. */
  public Duration workingTimeBetween(Instant from, Instant to) {
    Duration sum = Duration.ZERO;
    LocalDate last = dayOf(to);
    for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
      if (isWorkday(day)) {
        for (WorkingHours.Span span : hours.spans()) {
          Instant start = later(at(day, span.from()), from);
          Instant end = earlier(at(day, span.to()), to);
          if (end.isAfter(start)) {
            sum = sum.plus(Duration.between(start, end));
          }
        }
      }
    }
    return sum;
  }

  private Instant plusWorkingTime(Instant from, Duration time) {
    Duration left = time;
    for (LocalDate day = dayOf(from); ; day = day.plusDays(1)) {
      if (!isWorkday(day)) {
        continue;
      }
      for (WorkingHours.Span span : hours.spans()) {
        Instant start = later(at(day, span.from()), from);
        Instant end = at(day, span.to());
        if (end.isAfter(start)) {
          Duration here = Duration.between(start, end);
          if (left.compareTo(here) <= 0) {
            return start.plus(left);
          }
          left = left.minus(here);
        }
      }
    }
  }

  private Instant endOfWorkingDay(LocalDate start, int days) {
    LocalDate day = start;
    for (int counted = 0; counted < days; ) {
      day = day.plusDays(1);
      if (isWorkday(day)) {
        counted++;
      }
    }
    return at(day, hours.endOfDay());
  }

  private boolean isProvisional(Instant from, Instant to) {
    for (int year = dayOf(from).getYear(); year <= dayOf(to).getYear(); year++) {
      if (!holidays.knows(year)) {
        return true;
      }
    }
    return false;
  }

  private Instant at(LocalDate day, LocalTime time) {
    return ZonedDateTime.of(day, time, hours.zone()).toInstant();
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
