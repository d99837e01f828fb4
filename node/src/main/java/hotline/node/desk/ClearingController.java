package hotline.node.desk;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.reference.ReferenceData;
import hotline.node.store.DeskCountStore;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The monthly clearing 每月清零: what had to be done by the end of a month, or until now within it, and
 * was not; general work and what was put off until a day that has passed (LIF-12, LIF-13).
 */
@Controller("/api/clearing")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "assignments")
class ClearingController {

  private final Transactions transactions;
  private final DeskCountStore desk;
  private final ReferenceData reference;
  private final Rules rules;
  private final Exports exports;
  private final Clock clock;

  ClearingController(
      Transactions transactions,
      DeskCountStore desk,
      ReferenceData reference,
      Rules rules,
      Exports exports,
      Clock clock) {
    this.transactions = transactions;
    this.desk = desk;
    this.reference = reference;
    this.rules = rules;
    this.exports = exports;
    this.clock = clock;
  }

  /**
   * By unit.
   *
   * @param month such as {@code 2026-11}; the current one by default
   */
  @Get
  ClearingView clearing(SignedInUser user, @Nullable @QueryValue String month) {
    Permissions.require(
        user,
        EnumSet.of(Role.SUPERVISOR, Role.DISPATCHER, Role.OFFICE, Role.UNIT_HANDLER),
        "查看每月清零情况");
    Instant now = clock.instant();
    YearMonth asked = month == null ? YearMonth.from(rules.calendar().dayOf(now)) : parse(month);
    Instant end = rules.calendar().endOf(asked.atEndOfMonth(), "LIF-13").at();
    Instant until = end.isAfter(now) ? now : end;
    List<UnitView> units =
        transactions
            .call(
                tx -> desk.uncleared(tx, rules.self().codeText(), until, user.scope().visibility()))
            .stream()
            .filter(row -> user.unit().isEmpty() || user.unit().get().equals(row.unit()))
            .map(
                row ->
                    new UnitView(
                        row.unit(),
                        row.unit().isEmpty() ? rules.self().name() : reference.unitName(row.unit()),
                        row.general(),
                        row.onAccount()))
            .toList();
    return new ClearingView(asked.toString(), units);
  }

  /** The same as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user,
      @Nullable @QueryValue String month,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    ClearingView found = clearing(user, month);
    return exports.send(
        user.username(),
        format,
        clearingSheet(found.month()),
        "month=" + found.month(),
        found.units());
  }

  private static Sheet<UnitView> clearingSheet(String month) {
    return new Sheet<>(
        "每月清零",
        List.of(
            new Column<>("月份", u -> month),
            new Column<>("单位代码", UnitView::unit),
            new Column<>("单位", UnitView::name),
            new Column<>("超过时限未办结", u -> Long.toString(u.general())),
            new Column<>("挂账到期未办结", u -> Long.toString(u.onAccount()))));
  }

  private static YearMonth parse(String month) {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException e) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "月份应形如 2026-11，收到“" + month + "”");
    }
  }

  /** What is left to be cleared in a month. */
  @Serdeable
  record ClearingView(String month, List<UnitView> units) {}

  /**
   * What one unit has left.
   *
   * @param general past its limit
   * @param onAccount put off until a day that has passed
   */
  @Serdeable
  record UnitView(String unit, String name, long general, long onAccount) {}
}
