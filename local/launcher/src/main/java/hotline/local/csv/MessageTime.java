package hotline.local.csv;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the time formats that spreadsheets and hotline exports use. */
final class MessageTime {

  static final String EXPECTED = "时间，如 2026-11-21 09:30:00 或 2026/11/21 9:30";

  private static final List<DateTimeFormatter> TIMES =
      List.of(
          DateTimeFormatter.ofPattern("yyyy-M-d H:m[:s]"),
          DateTimeFormatter.ofPattern("yyyy/M/d H:m[:s]"),
          DateTimeFormatter.ofPattern("yyyy年M月d日[ ]H:m[:s]"),
          DateTimeFormatter.ISO_LOCAL_DATE_TIME,
          DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ofPattern("yyyy-M-d"),
          DateTimeFormatter.ofPattern("yyyy/M/d"),
          DateTimeFormatter.ofPattern("yyyy年M月d日"));

  private MessageTime() {}

  /** The time that the text names (midnight for a bare date), or null when it is not a time. */
  static @Nullable LocalDateTime parse(String text) {
    for (DateTimeFormatter format : TIMES) {
      try {
        return LocalDateTime.parse(text, format);
      } catch (DateTimeParseException e) {
        continue;
      }
    }
    for (DateTimeFormatter format : DATES) {
      try {
        return LocalDate.parse(text, format).atStartOfDay();
      } catch (DateTimeParseException e) {
        continue;
      }
    }
    return null;
  }
}
