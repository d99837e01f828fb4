package hotline.node.switchboard;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.CallHandling;
import hotline.node.classification.CallTarget;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.export.Exports.Rows;
import hotline.node.store.AuditStore;
import hotline.node.store.EntityFilter;
import hotline.node.store.EntityStore;
import hotline.node.telephony.Call;
import hotline.node.ticket.Actor;
import hotline.node.view.Ids;
import hotline.node.view.PageView;
import hotline.node.view.Paging;
import hotline.node.wire.EntityForms;
import hotline.sync.Transactions;
import io.micronaut.core.convert.format.Format;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls 话务: looking at them, and what an agent does with one. */
@Controller("/api/calls")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "calls")
class CallController {

  static final Set<Role> ROLES = EnumSet.of(Role.CALL_TAKER, Role.DISPATCHER, Role.SUPERVISOR);
  private static final int READ_AT_ONCE = 500;
  private static final Set<Role> AGENTS = EnumSet.of(Role.CALL_TAKER);

  private final Transactions transactions;
  private final EntityStore entities;
  private final CallTransfers transfers;
  private final AuditStore audit;
  private final Exports exports;
  private final Clock clock;

  CallController(
      Transactions transactions,
      EntityStore entities,
      CallTransfers transfers,
      AuditStore audit,
      Exports exports,
      Clock clock) {
    this.transactions = transactions;
    this.entities = entities;
    this.transfers = transfers;
    this.audit = audit;
    this.exports = exports;
    this.clock = clock;
  }

  /** Newest first; this node's and those of the nodes below. */
  @Get
  PageView<CallView> list(
      SignedInUser user,
      @Nullable @QueryValue @Size(max = 9) String owner,
      @Nullable @QueryValue CallHandling handling,
      @Nullable @QueryValue @Size(max = 28) String ticket,
      @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime from,
      @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime to,
      @QueryValue(defaultValue = "0") @Min(0) @Max(100_000) int page,
      @QueryValue(defaultValue = "20") @Min(1) @Max(200) int size) {
    Permissions.require(user, ROLES, "查看话务记录");
    EntityFilter filter = filter(owner, handling, ticket, from, to);
    Paging paging = new Paging(page, size);
    int offset = paging.offset();
    return transactions.call(
        tx -> {
          audit.append(tx, clock.instant(), user.username(), "LIST_CALLS", "calls", "");
          return paging.of(
              entities.list(tx, EntityForms.CALL, filter, offset, size).stream()
                  .map(CallView::of)
                  .toList(),
              entities.count(tx, EntityForms.CALL, filter, Paging.MOST + 1));
        });
  }

  /** All calls of a list, newest first, as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user,
      @Nullable @QueryValue @Size(max = 9) String owner,
      @Nullable @QueryValue CallHandling handling,
      @Nullable @QueryValue @Size(max = 28) String ticket,
      @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime from,
      @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime to,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    Permissions.require(user, ROLES, "导出话务记录");
    EntityFilter filter = filter(owner, handling, ticket, from, to);
    Rows<Call> calls =
        Rows.following(
            last ->
                transactions.call(
                    tx -> entities.before(tx, EntityForms.CALL, filter, last, READ_AT_ONCE)));
    return exports.send(
        user.username(),
        format,
        CallSheet.CALLS,
        "owner=%s handling=%s ticket=%s from=%s to=%s".formatted(owner, handling, ticket, from, to),
        pieces -> calls.forEach(piece -> pieces.accept(piece.stream().map(CallView::of).toList())));
  }

  private static EntityFilter filter(
      @Nullable String owner,
      @Nullable CallHandling handling,
      @Nullable String ticket,
      @Nullable OffsetDateTime from,
      @Nullable OffsetDateTime to) {
    return new EntityFilter(
        owner,
        handling == null ? List.of() : List.of(handling.name()),
        null,
        ticket,
        from == null ? null : from.toInstant(),
        to == null ? null : to.toInstant(),
        null,
        null);
  }

  @Get("/{id}")
  CallView one(String id, SignedInUser user) {
    Permissions.require(user, ROLES, "查看话务记录");
    return transactions.call(
        tx -> {
          audit.append(tx, clock.instant(), user.username(), "READ_CALL", id, "");
          return entities
              .find(tx, EntityForms.CALL, id)
              .map(CallView::of)
              .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有通话 " + id));
        });
  }

  /**
   * One key: passes the call on, or takes somebody in as a third, and sends its ticket to the same
   * place (TOP-16, INT-13). Whether the call got there is what the exchange reports.
   */
  @Post("/{id}/transfer")
  CallView transfer(String id, SignedInUser user, @Valid @Body TransferRequest request) {
    Permissions.require(user, AGENTS, "转接");
    Actor actor = Actor.user(user.username(), Role.CALL_TAKER);
    return CallView.of(transactions.call(tx -> transfers.transfer(tx, actor, id, request)));
  }

  /** Ties a ticket to the call that it was made of. */
  @Post("/{id}/ticket")
  CallView ticket(String id, SignedInUser user, @Valid @Body TicketRequest request) {
    Permissions.require(user, AGENTS, "关联工单");
    Actor actor = Actor.user(user.username(), Role.CALL_TAKER);
    return CallView.of(
        transactions.call(tx -> transfers.tie(tx, actor, id, Ids.ticket(request.ticketId()))));
  }

  /**
   * @param code of the node, line, unit with the expert seat, or the emergency number
   * @param ticketId the ticket that goes along
   */
  @Serdeable
  record TransferRequest(
      @NotNull CallTarget kind,
      @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{1,32}") String code,
      @Nullable Boolean threeParty,
      @Nullable @Size(max = 28) String ticketId,
      @Nullable @Size(max = 200) String note) {}

  @Serdeable
  record TicketRequest(@NotBlank @Size(max = 28) String ticketId) {}
}
