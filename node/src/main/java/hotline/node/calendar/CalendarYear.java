package hotline.node.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the State Council's notice says about one year: the days that depart from the plain week.
 * Some may lie in the neighbouring years.
 */
public record CalendarYear(int year, List<Day> days) {

  /**
   * A day that departs from the plain week.
   *
   * @param name the holiday that it belongs to; may be empty
   * @param off a holiday; otherwise worked to make up for one
   */
  public record Day(LocalDate date, String name, boolean off) {}

  public CalendarYear {
    days = List.copyOf(days);
  }

  /** Whether it says anything about its own year's holidays. */
  public boolean known() {
    return days.stream().anyMatch(day -> day.off() && day.date().getYear() == year);
  }

  /** One line for each day: {@code 2026-01-01 off 元旦}. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Day day : days) {
      text.append(day.date())
          .append(day.off() ? " off " : " work ")
          .append(day.name().replaceAll("\\s", ""))
          .append('\n');
    }
    return text.toString();
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException naming the line
   */
  public static CalendarYear parse(int year, String text) {
    List<Day> days = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] words = line.strip().split(" ", -1);
      boolean off = words.length > 1 && words[1].equals("off");
      if (words.length < 2 || !off && !words[1].equals("work")) {
        throw new IllegalArgumentException("'" + line + "', expected 'YYYY-MM-DD off|work NAME'");
      }
      try {
        days.add(new Day(LocalDate.parse(words[0]), words.length > 2 ? words[2] : "", off));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("'" + line + "', expected a date first", e);
      }
    }
    return new CalendarYear(year, days);
  }
}
