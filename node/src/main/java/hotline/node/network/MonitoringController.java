package hotline.node.network;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.network.NetworkView.StreamView;
import hotline.node.reference.Neighbours;
import hotline.node.store.AssessmentStore;
import hotline.node.store.AssessmentStore.Sums;
import hotline.node.store.OverviewStore;
import hotline.node.store.OverviewStore.OwnerCalls;
import hotline.node.store.OverviewStore.OwnerTotals;
import hotline.node.ticket.NodeRef;
import hotline.node.view.Named;
import hotline.node.view.Times;
import hotline.node.work.Rules;
import hotline.sync.NodeCode;
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
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Electronic supervision 电子监察, level by level and in step with the work (XTR-13): a node watches
 * how the platforms right below it run and how its own units handle what it dispatches; what is
 * below those is theirs to watch. The figures of the platforms are counted from the records that
 * they push, and say how far those have come.
 */
@Controller("/api/monitoring")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "network")
class MonitoringController {

  private final NetworkStatus status;
  private final Neighbours neighbours;
  private final OverviewStore overview;
  private final AssessmentStore assessments;
  private final Exports exports;
  private final Rules rules;
  private final Transactions transactions;
  private final Clock clock;

  MonitoringController(
      NetworkStatus status,
      Neighbours neighbours,
      OverviewStore overview,
      AssessmentStore assessments,
      Exports exports,
      Rules rules,
      Transactions transactions,
      Clock clock) {
    this.status = status;
    this.neighbours = neighbours;
    this.overview = overview;
    this.assessments = assessments;
    this.exports = exports;
    this.rules = rules;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * How things stand.
   *
   * @param month of the units' figures, e.g. 2026-11; the present one when it is missing
   */
  @Get
  MonitoringView monitoring(SignedInUser user, @Nullable @QueryValue @Size(max = 7) String month) {
    Permissions.require(user, EnumSet.of(Role.SUPERVISOR), "查看电子监察");
    Instant now = clock.instant();
    YearMonth period = month == null ? YearMonth.from(now.atZone(Times.ZONE)) : parse(month);
    Instant from = period.atDay(1).atStartOfDay(Times.ZONE).toInstant();
    Instant to = period.plusMonths(1).atDay(1).atStartOfDay(Times.ZONE).toInstant();
    Map<String, StreamView> streams =
        status.view().streams().stream()
            .collect(Collectors.toMap(stream -> stream.origin().code(), Function.identity()));
    return transactions.call(
        tx -> {
          Map<NodeCode, OwnerTotals> totals =
              overview.byOwner(tx, now).stream()
                  .collect(Collectors.toMap(OwnerTotals::owner, Function.identity()));
          Map<NodeCode, OwnerCalls> calls =
              overview.callsByOwner(tx).stream()
                  .collect(Collectors.toMap(OwnerCalls::owner, Function.identity()));
          return new MonitoringView(
              Named.of(rules.self()),
              Times.local(now),
              neighbours.children().stream()
                  .map(
                      child ->
                          platform(
                              child,
                              totals.get(child.code()),
                              calls.get(child.code()),
                              streams.get(child.codeText())))
                  .toList(),
              assessments.sums(tx, rules.self().codeText(), from, to, now).stream()
                  .filter(sums -> sums.kind().equals("UNIT"))
                  .map(UnitView::of)
                  .toList());
        });
  }

  /** The platforms right below as a file; the units are in that of the assessment. */
  @Get("/platforms/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user, @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    return exports.send(
        user.username(), format, NodeSheets.PLATFORMS, "", monitoring(user, null).platforms());
  }

  private static PlatformView platform(
      NodeRef child,
      @Nullable OwnerTotals totals,
      @Nullable OwnerCalls calls,
      @Nullable StreamView stream) {
    return new PlatformView(
        Named.of(child),
        totals == null ? 0 : totals.registered(),
        totals == null ? 0 : totals.open(),
        totals == null ? 0 : totals.overdue(),
        totals == null ? 0 : totals.closed(),
        totals == null ? 0 : totals.archived(),
        calls == null ? 0 : calls.calls(),
        calls == null ? 0 : calls.missed(),
        calls == null ? 0 : calls.transfersFailed(),
        stream == null ? 0 : stream.produced(),
        stream == null ? 0 : stream.applied(),
        stream == null ? null : stream.lastAppliedAt());
  }

  private static YearMonth parse(String month) {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException e) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "月份应形如 2026-11，收到“" + month + "”");
    }
  }

  /** What this node watches. */
  @Serdeable
  record MonitoringView(
      Named node, OffsetDateTime asOf, List<PlatformView> platforms, List<UnitView> units) {}

  /**
   * How a platform right below runs.
   *
   * @param produced how many records it says that it has
   * @param applied how many of them the figures are made of
   */
  @Serdeable
  record PlatformView(
      Named node,
      long registered,
      long open,
      long overdue,
      long closed,
      long archived,
      long calls,
      long missedCalls,
      long failedTransfers,
      long produced,
      long applied,
      @Nullable OffsetDateTime lastAppliedAt) {}

  /** How a unit of this node handles what the node dispatches to it. */
  @Serdeable
  record UnitView(String code, String name, Map<String, Long> numbers) {
    static UnitView of(Sums sums) {
      return new UnitView(sums.assignee(), sums.name(), sums.numbers());
    }
  }
}
