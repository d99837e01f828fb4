package hotline.node.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The days on which the State Council's notices depart from the plain week: statutory holidays, and
 * weekend days that are worked to make up for them.
 *
 * <p>Read from lines {@code 2026 off 元旦 01-01..01-03 …} and {@code 2026 work 元旦 01-04 …}; the name
 * may be missing, {@code #} starts a comment. A year is known once it has an {@code off} line.
 */
public final class Holidays {

  private static final String BUNDLED = "/calendar/holidays.txt";
  private static final Pattern LINE =
      Pattern.compile("([0-9]{4}) (off|work)(?: ([^0-9 ]\\S*))?((?: \\S+)+)");
  private static final Pattern RANGE =
      Pattern.compile("([0-9]{2})-([0-9]{2})(?:\\.\\.([0-9]{2})-([0-9]{2}))?");

  private final int version;
  private final Map<LocalDate, CalendarYear.Day> special;
  private final Map<Integer, CalendarYear> years;

  private Holidays(int version, Map<Integer, CalendarYear> years) {
    this.version = version;
    this.years = years;
    this.special = new HashMap<>();
    years.values().forEach(year -> year.days().forEach(day -> special.put(day.date(), day)));
  }

  /**
   * Holidays put together from years.
   *
   * @param version the number of this calendar
   */
  public static Holidays of(int version, Collection<CalendarYear> years) {
    Map<Integer, CalendarYear> byYear = new TreeMap<>();
    years.forEach(year -> byYear.put(year.year(), year));
    return new Holidays(version, byYear);
  }

  /** The holidays that come with the program. */
  public static Holidays bundled() {
    try (InputStream in = Holidays.class.getResourceAsStream(BUNDLED)) {
      if (in == null) {
        throw new IllegalStateException("resource " + BUNDLED + " is missing from the program");
      }
      return read(BUNDLED, new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a holiday file.
   *
   * @param name of the file, for messages
   * @throws IllegalArgumentException naming the file, the line and what was expected
   */
  public static Holidays read(String name, Reader reader) throws IOException {
    Map<Integer, List<CalendarYear.Day>> years = new TreeMap<>();
    BufferedReader lines = new BufferedReader(reader);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String text = line.replaceFirst("#.*", "").strip();
      if (!text.isEmpty()) {
        readLine(name + " line " + number, text, years);
      }
    }
    return of(
        0, years.entrySet().stream().map(e -> new CalendarYear(e.getKey(), e.getValue())).toList());
  }

  /** The number of this calendar, 0 for the one that comes with the program. */
  public int version() {
    return version;
  }

  /** Whether people work on this day. */
  public boolean isWorkday(LocalDate day) {
    CalendarYear.Day known = special.get(day);
    return known != null ? !known.off() : isWeekday(day);
  }

  /** What the notice says about a day that departs from the plain week. */
  public Optional<CalendarYear.Day> special(LocalDate day) {
    return Optional.ofNullable(special.get(day)).filter(known -> known.off() || !isWeekday(day));
  }

  /** Whether the year's notice is known; the plain week stands in for it otherwise. */
  public boolean knows(int year) {
    CalendarYear known = years.get(year);
    return known != null && known.known();
  }

  public Set<Integer> knownYears() {
    return years.values().stream()
        .filter(CalendarYear::known)
        .map(CalendarYear::year)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What is known of each year, in their order. */
  public List<CalendarYear> years() {
    return List.copyOf(years.values());
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek().getValue() <= 5;
  }

  private static void readLine(
      String where, String text, Map<Integer, List<CalendarYear.Day>> years) {
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      throw new IllegalArgumentException(
          where + ": '" + text + "', expected 'YEAR off|work [NAME] MM-DD or MM-DD..MM-DD …'");
    }
    int year = Integer.parseInt(line.group(1));
    boolean off = line.group(2).equals("off");
    String name = line.group(3) == null ? "" : line.group(3);
    List<CalendarYear.Day> known = years.computeIfAbsent(year, y -> new ArrayList<>());
    for (String range : line.group(4).strip().split(" +", -1)) {
      Matcher days = RANGE.matcher(range);
      try {
        if (!days.matches()) {
          throw new DateTimeException("no day");
        }
        LocalDate first = date(year, days.group(1), days.group(2));
        LocalDate last = days.group(3) == null ? first : date(year, days.group(3), days.group(4));
        if (last.isBefore(first)) {
          throw new DateTimeException("the last day before the first");
        }
        first
            .datesUntil(last.plusDays(1))
            .forEach(day -> known.add(new CalendarYear.Day(day, name, off)));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            where + ": '" + range + "', expected MM-DD or MM-DD..MM-DD of " + year, e);
      }
    }
  }

  private static LocalDate date(int year, String month, String day) {
    return LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day));
  }
}
