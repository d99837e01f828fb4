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
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days on which the State Council's notices depart from the plain week: statutory holidays, and
 * weekend days that are worked to make up for them.
 *
 * <p>Read from lines {@code 2026 off 01-01..01-03 …} and {@code 2026 work 01-04 …}; {@code #}
 * starts a comment. A year is known once it has an {@code off} line.
 */
public final class Holidays {

  private static final String BUNDLED = "/calendar/holidays.txt";
  private static final Pattern LINE = Pattern.compile("([0-9]{4}) (off|work)((?: \\S+)+)");
  private static final Pattern RANGE =
      Pattern.compile("([0-9]{2})-([0-9]{2})(?:\\.\\.([0-9]{2})-([0-9]{2}))?");

  private final Map<LocalDate, Boolean> worked;
  private final Set<Integer> knownYears;

  private Holidays(Map<LocalDate, Boolean> worked, Set<Integer> knownYears) {
    this.worked = Map.copyOf(worked);
    this.knownYears = Set.copyOf(knownYears);
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
    Map<LocalDate, Boolean> worked = new HashMap<>();
    Set<Integer> years = new HashSet<>();
    BufferedReader lines = new BufferedReader(reader);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String text = line.replaceFirst("#.*", "").strip();
      if (!text.isEmpty()) {
        readLine(name + " line " + number, text, worked, years);
      }
    }
    return new Holidays(worked, years);
  }

  /** Whether people work on this day. */
  public boolean isWorkday(LocalDate day) {
    Boolean special = worked.get(day);
    return special != null ? special : day.getDayOfWeek().getValue() <= 5;
  }

  /** Whether the year's notice is known; the plain week stands in for it otherwise. */
  public boolean knows(int year) {
    return knownYears.contains(year);
  }

  public Set<Integer> knownYears() {
    return Collections.unmodifiableSet(knownYears);
  }

  private static void readLine(
      String where, String text, Map<LocalDate, Boolean> worked, Set<Integer> years) {
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      throw new IllegalArgumentException(
          where + ": '" + text + "', expected 'YEAR off|work MM-DD or MM-DD..MM-DD …'");
    }
    int year = Integer.parseInt(line.group(1));
    boolean work = line.group(2).equals("work");
    if (!work) {
      years.add(year);
    }
    for (String range : line.group(3).strip().split(" +", -1)) {
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
        first.datesUntil(last.plusDays(1)).forEach(day -> worked.put(day, work));
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
