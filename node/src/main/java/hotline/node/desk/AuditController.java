package hotline.node.desk;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.export.Exports.Rows;
import hotline.node.store.AuditStore;
import hotline.node.store.AuditStore.AuditEntry;
import hotline.node.store.AuditStore.AuditFilter;
import hotline.node.view.PageView;
import hotline.node.view.Paging;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import io.micronaut.core.convert.format.Format;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who read, revealed or administered what, for the auditors (SEC-03); their looks are audited too.
 */
@Controller("/api/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "audit")
class AuditController {

  private static final Set<Role> ROLES = Set.of(Role.AUDITOR);

  private static final int READ_AT_ONCE = 500;

  private final Transactions transactions;
  private final AuditStore audit;
  private final Exports exports;
  private final Clock clock;

  AuditController(Transactions transactions, AuditStore audit, Exports exports, Clock clock) {
    this.exports = exports;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A page, newest first.
   *
   * @param subject a ticket's id, a user name, or the kind of list that was read
   * @param action e.g. {@code READ_TICKET}, {@code REVEAL}
   */
  @Get
  PageView<AuditView> search(
      SignedInUser user,
      @Nullable @QueryValue @Size(max = 64) String username,
      @Nullable @QueryValue @Size(max = 32) String action,
      @Nullable @QueryValue @Size(max = 64) String subject,
      @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime from,
      @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime to,
      @QueryValue(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
      @QueryValue(defaultValue = "50") @Min(1) @Max(200) int size) {
    Permissions.require(user, ROLES, "查询审计记录");
    AuditFilter filter = filter(username, action, subject, from, to);
    Paging paging = new Paging(page, size);
    int offset = paging.offset();
    return transactions.call(
        tx -> {
          audit.append(
              tx,
              clock.instant(),
              user.username(),
              "SEARCH_AUDIT",
              "audit",
              "username=%s action=%s subject=%s".formatted(username, action, subject));
          return paging.of(
              audit.search(tx, filter, offset, size).stream().map(AuditView::of).toList(),
              audit.count(tx, filter, Paging.MOST + 1));
        });
  }

  /** All entries of a list, newest first, as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user,
      @Nullable @QueryValue @Size(max = 64) String username,
      @Nullable @QueryValue @Size(max = 32) String action,
      @Nullable @QueryValue @Size(max = 64) String subject,
      @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime from,
      @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime to,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    Permissions.require(user, ROLES, "导出审计记录");
    AuditFilter filter = filter(username, action, subject, from, to);
    return exports.send(
        user.username(),
        format,
        Sheets.AUDIT,
        "username=%s action=%s subject=%s from=%s to=%s"
            .formatted(username, action, subject, from, to),
        Rows.following(
            last -> transactions.call(tx -> audit.before(tx, filter, last, READ_AT_ONCE))));
  }

  private static AuditFilter filter(
      @Nullable String username,
      @Nullable String action,
      @Nullable String subject,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime to) {
    return new AuditFilter(
        username,
        action,
        subject,
        from == null ? null : from.toInstant(),
        to == null ? null : to.toInstant());
  }

  @Serdeable
  record AuditView(
      OffsetDateTime at, String username, String action, String subject, String detail) {
    static AuditView of(AuditEntry entry) {
      return new AuditView(
          Times.local(entry.at()),
          entry.username(),
          entry.action(),
          entry.subject(),
          entry.detail());
    }
  }
}
