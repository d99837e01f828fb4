package hotline.node.oversight;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.assessment.Figure;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.store.AssessmentStore;
import hotline.node.store.AssessmentStore.Sums;
import hotline.node.view.Times;
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
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a month for each unit and node below, each with its numerator, its denominator and
 * what was left out (ASM-16). Raw material for assessments: there are no scores here.
 */
@Controller("/api/assessment")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "assessment")
class AssessmentController {

  private static final Set<Role> ROLES =
      EnumSet.of(Role.SUPERVISOR, Role.REVIEWER, Role.DISPATCHER, Role.AUDITOR, Role.UNIT_HANDLER);

  private final AssessmentStore assessments;
  private final Exports exports;
  private final Rules rules;
  private final Transactions transactions;
  private final Clock clock;

  AssessmentController(
      AssessmentStore assessments,
      Exports exports,
      Rules rules,
      Transactions transactions,
      Clock clock) {
    this.assessments = assessments;
    this.exports = exports;
    this.rules = rules;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Dispatched in the month for volume and time, closed in it for ratings.
   *
   * @param month e.g. 2026-11
   */
  @Get
  List<AssigneeFigures> month(SignedInUser user, @QueryValue @Size(max = 7) String month) {
    Permissions.require(user, ROLES, "查看考核数据");
    YearMonth period = parse(month);
    Instant from = period.atDay(1).atStartOfDay(Times.ZONE).toInstant();
    Instant to = period.plusMonths(1).atDay(1).atStartOfDay(Times.ZONE).toInstant();
    return transactions
        .call(tx -> assessments.sums(tx, rules.self().codeText(), from, to, clock.instant()))
        .stream()
        .filter(sums -> !user.seesOwnUnitOnly() || isOwnUnit(sums, user))
        .map(AssigneeFigures::of)
        .toList();
  }

  /** The same list as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user,
      @QueryValue @Size(max = 7) String month,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    return exports.send(
        user.username(), format, AssessmentSheet.FIGURES, "month=" + month, month(user, month));
  }

  private static boolean isOwnUnit(Sums sums, SignedInUser user) {
    return sums.kind().equals("UNIT") && user.unit().filter(sums.assignee()::equals).isPresent();
  }

  private static YearMonth parse(String month) {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException e) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "月份应形如 2026-11，收到“" + month + "”");
    }
  }

  @Serdeable
  record AssigneeFigures(
      String kind, String code, String name, Map<String, Long> numbers, List<FigureView> figures) {

    static AssigneeFigures of(Sums sums) {
      return new AssigneeFigures(
          sums.kind(),
          sums.assignee(),
          sums.name(),
          sums.numbers(),
          Figure.ALL.stream().map(figure -> FigureView.of(figure, sums.numbers())).toList());
    }
  }

  /**
   * @param percent null when there is nothing to divide by
   */
  @Serdeable
  record FigureView(
      String name,
      String label,
      @Nullable Double percent,
      long numerator,
      String numeratorIs,
      long denominator,
      String denominatorIs,
      List<LeftOutView> leftOut) {

    static FigureView of(Figure figure, Map<String, Long> numbers) {
      return new FigureView(
          figure.name(),
          figure.label(),
          figure.percent(numbers),
          numbers.getOrDefault(figure.numerator(), 0L),
          figure.numeratorIs(),
          numbers.getOrDefault(figure.denominator(), 0L),
          figure.denominatorIs(),
          figure.leftOut().stream()
              .map(out -> new LeftOutView(numbers.getOrDefault(out.number(), 0L), out.why()))
              .toList());
    }
  }

  @Serdeable
  record LeftOutView(long number, String why) {}
}
