package hotline.node.notice;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.access.VisibleTickets;
import hotline.node.classification.NoticeKind;
import hotline.node.classification.NoticeState;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.export.Exports.Rows;
import hotline.node.store.AuditStore;
import hotline.node.store.NoticeStore;
import hotline.node.store.NoticeStore.Notice;
import hotline.node.store.NoticeStore.NoticeFilter;
import hotline.node.view.Ids;
import hotline.node.view.PageView;
import hotline.node.view.Paging;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The outbox of messages to citizens, without their numbers. */
@Controller("/api/notices")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "notices")
class NoticeController {

  private static final Set<Role> ROLES =
      EnumSet.of(Role.FOLLOW_UP, Role.REVIEWER, Role.SUPERVISOR, Role.AUDITOR);

  /** An auditor looks only. */
  private static final Set<Role> SENDERS =
      EnumSet.of(Role.FOLLOW_UP, Role.REVIEWER, Role.SUPERVISOR);

  private static final int READ_AT_ONCE = 500;

  private final Transactions transactions;
  private final NoticeStore notices;
  private final VisibleTickets visible;
  private final Exports exports;
  private final AuditStore audit;
  private final Clock clock;

  NoticeController(
      Transactions transactions,
      NoticeStore notices,
      VisibleTickets visible,
      Exports exports,
      AuditStore audit,
      Clock clock) {
    this.visible = visible;
    this.exports = exports;
    this.transactions = transactions;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** A page, newest first. */
  @Get
  PageView<NoticeView> list(
      SignedInUser user,
      @Nullable @QueryValue @Size(max = 40) String ticket,
      @Nullable @QueryValue NoticeState state,
      @Nullable @QueryValue NoticeKind kind,
      @QueryValue(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
      @QueryValue(defaultValue = "20") @Min(1) @Max(200) int size) {
    Permissions.require(user, ROLES, "查看短信发件箱");
    NoticeFilter filter = filter(user, ticket, state, kind);
    Paging paging = new Paging(page, size);
    int offset = paging.offset();
    return transactions.call(
        tx -> {
          audit.append(
              tx,
              clock.instant(),
              user.username(),
              "LIST_NOTICES",
              ticket == null ? "notices" : ticket,
              "state=%s kind=%s".formatted(state, kind));
          return paging.of(
              notices.list(tx, filter, offset, size).stream().map(NoticeView::of).toList(),
              notices.count(tx, filter, Paging.MOST + 1));
        });
  }

  /** All messages of a list, newest first, as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user,
      @Nullable @QueryValue @Size(max = 40) String ticket,
      @Nullable @QueryValue NoticeState state,
      @Nullable @QueryValue NoticeKind kind,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    Permissions.require(user, ROLES, "导出短信发件箱");
    NoticeFilter filter = filter(user, ticket, state, kind);
    return exports.send(
        user.username(),
        format,
        NoticeSheet.NOTICES,
        "ticket=%s state=%s kind=%s".formatted(ticket, state, kind),
        Rows.following(
            last -> transactions.call(tx -> notices.before(tx, filter, last, READ_AT_ONCE))));
  }

  private static NoticeFilter filter(
      SignedInUser user,
      @Nullable String ticket,
      @Nullable NoticeState state,
      @Nullable NoticeKind kind) {
    return new NoticeFilter(
        ticket == null ? null : Ids.ticket(ticket), state, kind, user.scope().visibility());
  }

  /** Has a message that was given up tried again. */
  @Post("/{id}/retry")
  HttpResponse<?> retry(long id, SignedInUser user) {
    Permissions.require(user, SENDERS, "重发短信");
    transactions.<RuntimeException>run(
        tx -> {
          Notice notice =
              notices
                  .find(tx, id)
                  .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有短信 " + id));
          visible.require(tx, notice.ticket(), user);
          if (!notices.retry(tx, id, clock.instant())) {
            throw new RefusedException(ErrorCode.STATE_FORBIDS, "短信 " + id + " 不是“发送失败”，无需重发");
          }
          audit.append(tx, clock.instant(), user.username(), "RETRY_NOTICE", Long.toString(id), "");
        });
    return HttpResponse.noContent();
  }

  @Serdeable
  record NoticeView(
      long id,
      String ticketId,
      NoticeKind kind,
      String text,
      OffsetDateTime createdAt,
      NoticeState state,
      int attempts,
      @Nullable OffsetDateTime sentAt,
      @Nullable String reference,
      @Nullable String problem) {

    static NoticeView of(Notice notice) {
      return new NoticeView(
          notice.id(),
          notice.ticket().toString(),
          notice.kind(),
          notice.text(),
          Times.local(notice.createdAt()),
          notice.state(),
          notice.attempts(),
          notice.sentAt() == null ? null : Times.local(notice.sentAt()),
          notice.reference(),
          notice.problem());
    }
  }
}
