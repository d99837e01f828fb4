package hotline.node.rulebook;

import com.fasterxml.jackson.annotation.JsonProperty;
import hotline.node.calendar.CalendarYear;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A year's holidays as the holiday-cn project writes them. */
@Serdeable
record CalendarNotice(
    @Nullable @JsonProperty("$schema") String schema,
    @Nullable @JsonProperty("$id") String id,
    @Nullable Integer year,
    @Nullable List<String> papers,
    @Nullable List<NoticeDay> days) {

  private static final int FIRST = 2000;
  private static final int LAST = 2100;
  private static final int MAX_DAYS = 120;

  /** A day that departs from the plain week. */
  @Serdeable
  record NoticeDay(@Nullable String name, @Nullable String date, @Nullable Boolean isOffDay) {}

  /**
   * The same, checked.
   *
   * @throws RefusedException naming what was given and what was expected
   */
  CalendarYear checked() {
    if (year == null || year < FIRST || year > LAST) {
      throw wrong("year：“" + year + "”，应为 " + FIRST + " 到 " + LAST + " 的年份");
    }
    List<NoticeDay> given = days == null ? List.of() : days;
    if (given.isEmpty() || given.size() > MAX_DAYS) {
      throw wrong("days：共" + given.size() + "天，应为 1 到 " + MAX_DAYS + " 天");
    }
    List<CalendarYear.Day> checked = new ArrayList<>();
    Set<LocalDate> seen = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      CalendarYear.Day day = checked(given.get(i), "days[" + i + "]", year);
      if (!seen.add(day.date())) {
        throw wrong("days[" + i + "].date：“" + day.date() + "”，同一天写了两次");
      }
      checked.add(day);
    }
    CalendarYear notice = new CalendarYear(year, checked);
    if (!notice.known()) {
      throw wrong("days：" + year + " 年没有一个放假日，应为国务院办公厅公布的全年安排");
    }
    return notice;
  }

  String source() {
    return papers == null || papers.isEmpty() ? "" : String.join(" ", papers);
  }

  private static CalendarYear.Day checked(NoticeDay day, String where, int year) {
    LocalDate date;
    try {
      date = LocalDate.parse(String.valueOf(day.date()));
    } catch (DateTimeException e) {
      throw wrong(where + ".date：“" + day.date() + "”，应为日期，如 2027-01-01");
    }
    if (Math.abs(date.getYear() - year) > 1) {
      throw wrong(where + ".date：“" + date + "”，应在 " + year + " 年或紧邻的年份");
    }
    if (day.isOffDay() == null) {
      throw wrong(where + ".isOffDay：缺少，应为 true（放假）或 false（上班）");
    }
    String name = day.name() == null ? "" : day.name();
    if (name.length() > 30) {
      throw wrong(where + ".name：" + name.length() + "个字，应不超过30个字");
    }
    return new CalendarYear.Day(date, name, day.isOffDay());
  }

  private static RefusedException wrong(String message) {
    return new RefusedException(ErrorCode.INVALID_INPUT, message);
  }
}
