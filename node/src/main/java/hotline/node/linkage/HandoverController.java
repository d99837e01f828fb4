package hotline.node.linkage;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.access.VisibleTickets;
import hotline.node.classification.HandoverState;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.export.Exports.Rows;
import hotline.node.store.LinkageStore;
import hotline.node.store.LinkageStore.Direction;
import hotline.node.store.LinkageStore.Filter;
import hotline.node.store.LinkageStore.Handover;
import hotline.node.ticket.Actor;
import hotline.node.ticket.TicketAction;
import hotline.node.ticket.TicketId;
import hotline.node.view.Ids;
import hotline.node.view.PageView;
import hotline.node.view.Times;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.http.HttpResponse;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the people of this node do with matters for emergency numbers and utilities: hand them over,
 * see what did not get there, try again, or settle it by phone (EMG-01 to EMG-03, EMG-06).
 */
@Controller("/api/handovers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "linkage")
class HandoverController {

  private static final int READ_AT_ONCE = 500;
  private static final Set<Role> READERS =
      EnumSet.of(Role.CALL_TAKER, Role.DISPATCHER, Role.SUPERVISOR);

  private final Handovers handovers;
  private final LinkageStore store;
  private final VisibleTickets visible;
  private final Transactions transactions;
  private final Exports exports;
  private final Clock clock;

  HandoverController(
      Handovers handovers,
      LinkageStore store,
      VisibleTickets visible,
      Transactions transactions,
      Exports exports,
      Clock clock) {
    this.handovers = handovers;
    this.store = store;
    this.visible = visible;
    this.transactions = transactions;
    this.exports = exports;
    this.clock = clock;
  }

  /**
   * The oldest first.
   *
   * @param open only what somebody has to see to: what failed, and what the other side has left
   *     lying
   */
  @Get
  PageView<HandoverView> list(
      SignedInUser user,
      @Nullable @QueryValue @Size(max = 20) String number,
      @Nullable @QueryValue Direction direction,
      @Nullable @QueryValue HandoverState state,
      @Nullable @QueryValue @Size(max = 28) String ticket,
      @QueryValue(defaultValue = "false") boolean open,
      @QueryValue(defaultValue = "0") @Min(0) @Max(100_000) int page,
      @QueryValue(defaultValue = "20") @Min(1) @Max(200) int size) {
    Permissions.require(user, READERS, "查看移送事项");
    Instant now = clock.instant();
    Filter filter =
        new Filter(number, direction, state, ticket, open ? now : null, user.scope().visibility());
    return transactions.call(
        tx ->
            new PageView<>(
                store.list(tx, filter, page * size, size).stream()
                    .map(handover -> HandoverView.of(handover, now))
                    .toList(),
                store.count(tx, filter),
                page,
                size));
  }

  /** All of a list, the oldest first, as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user,
      @Nullable @QueryValue @Size(max = 20) String number,
      @Nullable @QueryValue Direction direction,
      @Nullable @QueryValue HandoverState state,
      @Nullable @QueryValue @Size(max = 28) String ticket,
      @QueryValue(defaultValue = "false") boolean open,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    Permissions.require(user, READERS, "导出移送事项");
    Instant now = clock.instant();
    Filter filter =
        new Filter(number, direction, state, ticket, open ? now : null, user.scope().visibility());
    Rows<Handover> found =
        Rows.following(
            last -> transactions.call(tx -> store.after(tx, filter, last, READ_AT_ONCE)));
    return exports.send(
        user.username(),
        format,
        HandoverSheet.HANDOVERS,
        "number=%s direction=%s state=%s ticket=%s open=%s"
            .formatted(number, direction, state, ticket, open),
        pieces ->
            found.forEach(
                piece ->
                    pieces.accept(
                        piece.stream().map(handover -> HandoverView.of(handover, now)).toList())));
  }

  /**
   * What a month's linkage is made of, by number: raw material for assessing utilities (EMG-06).
   *
   * @param month e.g. 2026-11
   */
  @Get("/figures")
  Map<String, Map<String, Long>> figures(
      SignedInUser user, @QueryValue @Size(max = 7) String month) {
    Permissions.require(user, EnumSet.of(Role.SUPERVISOR, Role.REVIEWER, Role.AUDITOR), "查看联动数据");
    YearMonth period = parse(month);
    Instant from = period.atDay(1).atStartOfDay(Times.ZONE).toInstant();
    Instant to = period.plusMonths(1).atDay(1).atStartOfDay(Times.ZONE).toInstant();
    return transactions.call(tx -> store.figures(tx, from, to));
  }

  /** Hands a ticket over without a call, or beside one that goes on here. */
  @Post
  HttpResponse<HandoverView> handOver(SignedInUser user, @Valid @Body HandOver body) {
    Actor actor = actor(user);
    TicketId ticket = Ids.ticket(body.ticketId());
    HandoverView made =
        transactions.call(
            tx -> {
              visible.ticket(tx, ticket, user);
              return view(
                  handovers.out(
                      tx,
                      actor,
                      new Handovers.Draft(body.number(), ticket, null, false, body.reason())));
            });
    return HttpResponse.created(made);
  }

  /** Tries once more. */
  @Post("/{id}/retry")
  HandoverView retry(String id, SignedInUser user, @Valid @Body Note body) {
    Actor actor = actor(user);
    return transactions.call(
        tx -> view(handovers.retry(tx, actor, visible(tx, id, user), body.note())));
  }

  /** Somebody has settled it with the other side by phone. */
  @Post("/{id}/by-phone")
  HandoverView byPhone(String id, SignedInUser user, @Valid @Body Note body) {
    Actor actor = actor(user);
    return transactions.call(
        tx -> view(handovers.take(tx, actor, visible(tx, id, user), null, "电话移送：" + body.note())));
  }

  private static Actor actor(SignedInUser user) {
    return Permissions.actorFor(user, TicketAction.TRANSFER_EMERGENCY);
  }

  private Handover visible(Tx tx, String id, SignedInUser user) {
    Handover found =
        store
            .find(tx, id)
            .filter(handover -> handover.direction() == Direction.OUT)
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有移送 " + id));
    visible.ticket(tx, found.ticket(), user);
    return found;
  }

  private HandoverView view(Handover handover) {
    return HandoverView.of(handover, clock.instant());
  }

  private static YearMonth parse(String month) {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException e) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "月份应形如 2026-11，收到“" + month + "”");
    }
  }

  /**
   * @param number of the emergency number or the utility
   */
  @Serdeable
  record HandOver(
      @NotBlank @Pattern(regexp = "[0-9]{3,12}") String number,
      @NotBlank @Size(max = 28) String ticketId,
      @NotBlank @Size(max = 400) String reason) {}

  @Serdeable
  record Note(@NotBlank @Size(max = 200) String note) {}

  /**
   * A matter that was handed over.
   *
   * @param overdue whether the other side should have taken it by now
   */
  @Serdeable
  record HandoverView(
      String id,
      Direction direction,
      String number,
      String ticketId,
      @Nullable String assignmentId,
      @Nullable String callId,
      boolean threeParty,
      HandoverState state,
      String stateLabel,
      int attempts,
      @Nullable String theirNumber,
      String reason,
      @Nullable String result,
      String madeBy,
      OffsetDateTime madeAt,
      @Nullable OffsetDateTime dueAt,
      boolean overdue) {

    static HandoverView of(Handover handover, Instant now) {
      var due = handover.dueAt();
      var assignment = handover.assignment();
      return new HandoverView(
          handover.id(),
          handover.direction(),
          handover.number(),
          handover.ticket().toString(),
          assignment == null ? null : assignment.toString(),
          handover.call(),
          handover.threeParty(),
          handover.state(),
          handover.state().label(),
          handover.attempts(),
          handover.theirNumber(),
          handover.reason(),
          handover.result(),
          handover.madeBy(),
          Times.local(handover.madeAt()),
          due == null ? null : Times.local(due),
          handover.overdue(now));
    }
  }
}
