package hotline.node.rulebook;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.calendar.CalendarYear;
import hotline.node.classification.Role;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.store.AuditStore;
import hotline.node.store.CalendarStore.CalendarRow;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/** The holidays: looked at by everybody, learnt from the State Council's yearly notice. */
@Controller("/api/calendars")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "calendars")
class CalendarController {

  private final CalendarBook book;
  private final Transactions transactions;
  private final Exports exports;
  private final AuditStore audit;
  private final Clock clock;

  CalendarController(
      CalendarBook book,
      Transactions transactions,
      Exports exports,
      AuditStore audit,
      Clock clock) {
    this.book = book;
    this.transactions = transactions;
    this.exports = exports;
    this.audit = audit;
    this.clock = clock;
  }

  /** All that was ever learnt, in the order of the versions. */
  @Get
  List<YearView> list(SignedInUser user) {
    return book.rows().stream().map(YearView::of).toList();
  }

  /** The days that hold, of all years, as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user, @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    return exports.send(
        user.username(), format, RulebookSheets.DAYS, "", RulebookSheets.Day.of(list(user)));
  }

  /**
   * Takes in a year as the holiday-cn project writes it. Provisional deadlines that run into it are
   * set anew within a minute, which their tickets' timelines show.
   */
  @Post
  ImportView add(@Body CalendarNotice notice, SignedInUser user) {
    Permissions.require(user, Set.of(Role.ADMIN), "导入日历");
    CalendarYear year = notice.checked();
    int version =
        transactions.call(
            tx -> {
              int made = book.add(tx, year, notice.source(), user.username(), true);
              audit.append(
                  tx,
                  clock.instant(),
                  user.username(),
                  "IMPORT_CALENDAR",
                  "calendar-" + made,
                  String.valueOf(year.year()));
              return made;
            });
    book.refresh();
    return new ImportView(version, year.year());
  }

  @Serdeable
  record ImportView(int version, int year) {}

  /** What was learnt of one year. */
  @Serdeable
  record YearView(
      int version,
      int year,
      boolean known,
      String source,
      OffsetDateTime importedAt,
      String importedBy,
      List<DayView> days) {

    static YearView of(CalendarRow row) {
      return new YearView(
          row.version(),
          row.year().year(),
          row.year().known(),
          row.source(),
          Times.local(row.importedAt()),
          row.importedBy(),
          row.year().days().stream()
              .map(day -> new DayView(day.date(), day.name(), day.off()))
              .toList());
    }
  }

  @Serdeable
  record DayView(LocalDate date, String name, boolean isOffDay) {}
}
