package hotline.node.store;

import hotline.node.calendar.CalendarYear;
import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the years' holidays; nothing is ever changed, later rows take precedence. */
@Singleton
public final class CalendarStore {

  /** What was learnt of one year, making a new version of the calendar. */
  public record CalendarRow(
      int version, CalendarYear year, String source, Instant importedAt, String importedBy) {}

  /** What came after a version, in its order. */
  public List<CalendarRow> after(Tx tx, int version) {
    return Sql.list(
        tx,
        "SELECT version, year, days, source, imported_at, imported_by FROM calendar_year"
            + " WHERE version > ? ORDER BY version, year",
        row ->
            new CalendarRow(
                row.getInt("version"),
                CalendarYear.parse(row.getInt("year"), row.getString("days")),
                row.getString("source"),
                Sql.instant(row.getLong("imported_at")),
                row.getString("imported_by")),
        version);
  }

  /**
   * Adds rows.
   *
   * @return false when somebody else has just taken the version
   */
  public boolean insert(Tx tx, List<CalendarRow> rows) {
    List<@Nullable Object[]> values = new ArrayList<>();
    for (CalendarRow row : rows) {
      values.add(
          new @Nullable Object[] {
            row.version(),
            row.year().year(),
            row.year().text(),
            row.source(),
            Sql.micros(row.importedAt()),
            row.importedBy()
          });
    }
    try {
      Sql.insertRows(
          tx,
          "INSERT INTO calendar_year (version, year, days, source, imported_at, imported_by)"
              + " VALUES ",
          "",
          values);
      return true;
    } catch (DatabaseException e) {
      if (e.getCause() instanceof SQLIntegrityConstraintViolationException) {
        return false;
      }
      throw e;
    }
  }
}
