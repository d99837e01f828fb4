package hotline.node.oversight;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.export.Exports.Rows;
import hotline.node.store.AuditStore;
import hotline.node.store.EntityFilter;
import hotline.node.supervision.Supervision;
import hotline.node.view.PageView;
import hotline.sync.Transactions;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;

/**
 * Supervisions: this node's own, those of the nodes below, and what the node above demands of this
 * one. In addresses {@code ~} stands for {@code /}.
 */
@Controller("/api/supervisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "supervisions")
class SupervisionController {

  private static final int READ_AT_ONCE = 500;

  private final Supervisions supervisions;
  private final Exports exports;
  private final AuditStore audit;
  private final Transactions transactions;
  private final Clock clock;

  SupervisionController(
      Supervisions supervisions,
      Exports exports,
      AuditStore audit,
      Transactions transactions,
      Clock clock) {
    this.supervisions = supervisions;
    this.exports = exports;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A page, newest first. */
  @Get
  PageView<SupervisionView> list(
      SignedInUser user,
      @Valid @RequestBean SupervisionQuery query,
      @QueryValue(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
      @QueryValue(defaultValue = "20") @Min(1) @Max(200) int size) {
    Permissions.require(user, Supervisions.READERS, "查看督办");
    Instant now = clock.instant();
    EntityFilter filter = supervisions.filter(user, query, now);
    return transactions.call(
        tx -> {
          audit.append(
              tx, now, user.username(), "LIST_SUPERVISIONS", "supervisions", query.described());
          return new PageView<>(
              supervisions.page(tx, filter, page, size).stream()
                  .map(supervision -> SupervisionView.of(supervision, now))
                  .toList(),
              supervisions.count(tx, filter),
              page,
              size);
        });
  }

  /** All of a list, newest first, as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user,
      @Valid @RequestBean SupervisionQuery query,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    Permissions.require(user, Supervisions.READERS, "导出督办");
    Instant now = clock.instant();
    EntityFilter filter = supervisions.filter(user, query, now);
    Rows<Supervision> rows =
        Rows.following(
            last -> transactions.call(tx -> supervisions.before(tx, filter, last, READ_AT_ONCE)));
    return exports.send(
        user.username(),
        format,
        SupervisionSheet.SUPERVISIONS,
        query.described(),
        pieces ->
            rows.forEach(
                piece ->
                    pieces.accept(
                        piece.stream().map(each -> SupervisionView.of(each, now)).toList())));
  }

  @Get("/{id}")
  SupervisionView one(String id, SignedInUser user) {
    Permissions.require(user, Supervisions.READERS, "查看督办");
    return transactions.call(
        tx -> SupervisionView.of(supervisions.visible(tx, id, user), clock.instant()));
  }
}
