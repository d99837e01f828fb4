package hotline.node.switchboard;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.calendar.Deadline;
import hotline.node.classification.CallBackCause;
import hotline.node.classification.CallBackState;
import hotline.node.classification.Role;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.export.Exports.Rows;
import hotline.node.store.AuditStore;
import hotline.node.store.EntityFilter;
import hotline.node.store.EntityStore;
import hotline.node.telephony.CallBack;
import hotline.node.telephony.CallBackCommand;
import hotline.node.telephony.CallBackLife;
import hotline.node.ticket.Actor;
import hotline.node.view.DueView;
import hotline.node.view.Ids;
import hotline.node.view.PageView;
import hotline.node.view.RequesterView;
import hotline.node.view.Times;
import hotline.node.wire.EntityForms;
import hotline.node.work.EntityWork;
import hotline.node.work.Rules;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The list of those who did not get through, worked off by agents (TOP-16). */
@Controller("/api/call-backs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "calls")
class CallBackController {

  private static final int READ_AT_ONCE = 500;
  private static final Set<Role> AGENTS = EnumSet.of(Role.CALL_TAKER);

  private final Transactions transactions;
  private final EntityStore entities;
  private final EntityWork work;
  private final AuditStore audit;
  private final Exports exports;
  private final Rules rules;

  CallBackController(
      Transactions transactions,
      EntityStore entities,
      EntityWork work,
      AuditStore audit,
      Exports exports,
      Rules rules) {
    this.transactions = transactions;
    this.entities = entities;
    this.work = work;
    this.audit = audit;
    this.exports = exports;
    this.rules = rules;
  }

  /** This node's, newest first; those still to be done when no state is given. */
  @Get
  PageView<CallBackView> list(
      SignedInUser user,
      @Nullable @QueryValue CallBackState state,
      @QueryValue(defaultValue = "false") boolean overdue,
      @QueryValue(defaultValue = "0") @Min(0) @Max(100_000) int page,
      @QueryValue(defaultValue = "20") @Min(1) @Max(200) int size) {
    Permissions.require(user, CallController.ROLES, "查看回拨事项");
    EntityFilter filter = filter(state, overdue);
    return transactions.call(
        tx ->
            new PageView<>(
                entities.list(tx, EntityForms.CALL_BACK, filter, page * size, size).stream()
                    .map(callBack -> CallBackView.of(callBack, work.now(), false))
                    .toList(),
                entities.count(tx, EntityForms.CALL_BACK, filter),
                page,
                size));
  }

  /** All of a list, newest first, as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user,
      @Nullable @QueryValue CallBackState state,
      @QueryValue(defaultValue = "false") boolean overdue,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    Permissions.require(user, CallController.ROLES, "导出回拨事项");
    EntityFilter filter = filter(state, overdue);
    Rows<CallBack> found =
        Rows.following(
            last ->
                transactions.call(
                    tx -> entities.before(tx, EntityForms.CALL_BACK, filter, last, READ_AT_ONCE)));
    return exports.send(
        user.username(),
        format,
        CallBackSheet.CALL_BACKS,
        "state=%s overdue=%s".formatted(state, overdue),
        pieces ->
            found.forEach(
                piece ->
                    pieces.accept(
                        piece.stream()
                            .map(callBack -> CallBackView.of(callBack, work.now(), false))
                            .toList())));
  }

  private EntityFilter filter(@Nullable CallBackState state, boolean overdue) {
    return new EntityFilter(
        rules.self().codeText(),
        state == null ? List.of("OPEN", "TAKEN") : List.of(state.name()),
        null,
        null,
        null,
        null,
        overdue ? work.now() : null,
        null);
  }

  /** Takes it on; the answer shows the number to dial, on the record (SEC-03). */
  @Post("/{id}/take")
  CallBackView take(String id, SignedInUser user) {
    return decide(id, user, new CallBackCommand.TakeCallBack(), true);
  }

  @Post("/{id}/attempt")
  CallBackView attempt(String id, SignedInUser user, @Valid @Body Attempt body) {
    return decide(id, user, new CallBackCommand.NoteAttempt(body.reached(), body.note()), false);
  }

  @Post("/{id}/finish")
  CallBackView finish(String id, SignedInUser user, @Valid @Body Finish body) {
    return decide(
        id,
        user,
        new CallBackCommand.FinishCallBack(
            body.note(), body.ticketId() == null ? null : Ids.ticket(body.ticketId())),
        false);
  }

  @Post("/{id}/give-up")
  CallBackView giveUp(String id, SignedInUser user, @Valid @Body GiveUp body) {
    return decide(id, user, new CallBackCommand.GiveUpCallBack(body.reason()), false);
  }

  private CallBackView decide(
      String id, SignedInUser user, CallBackCommand command, boolean reveal) {
    Permissions.require(user, AGENTS, "处理回拨");
    Actor actor = Actor.user(user.username(), Role.CALL_TAKER);
    String entity = id.replace('~', '/');
    return transactions.call(
        tx -> {
          Instant now = work.now();
          CallBack callBack =
              work.decide(
                  tx,
                  EntityForms.CALL_BACK,
                  entity,
                  actor,
                  before ->
                      new CallBackLife(rules.policy().telephony(), actor, now)
                          .decide(before, command));
          if (reveal) {
            audit.append(tx, now, user.username(), "REVEAL", entity, "回拨");
          }
          return CallBackView.of(callBack, now, reveal);
        });
  }

  @Serdeable
  record Attempt(boolean reached, @NotBlank @Size(max = 500) String note) {}

  @Serdeable
  record Finish(
      @NotBlank @Size(max = 500) String note, @Nullable @Size(max = 28) String ticketId) {}

  @Serdeable
  record GiveUp(@NotBlank @Size(max = 500) String reason) {}

  /**
   * A call that is owed.
   *
   * @param id with {@code ~} for {@code /}, as addresses take it
   */
  @Serdeable
  record CallBackView(
      String id,
      CallBackCause cause,
      String causeLabel,
      String callId,
      String line,
      @Nullable String caller,
      OffsetDateTime openedAt,
      DueView due,
      boolean overdue,
      CallBackState state,
      String stateLabel,
      @Nullable String takenBy,
      int attempts,
      @Nullable String note,
      @Nullable String ticketId) {

    static CallBackView of(CallBack callBack, Instant now, boolean reveal) {
      String phone = callBack.personal().phone();
      Deadline due = callBack.due();
      return new CallBackView(
          callBack.id().replace('/', '~'),
          callBack.cause(),
          callBack.cause().label(),
          callBack.call(),
          callBack.line(),
          reveal ? phone : RequesterView.phone(phone),
          Times.local(callBack.openedAt()),
          DueView.of(due),
          callBack.open() && due.isPast(now),
          callBack.state(),
          callBack.state().label(),
          callBack.takenBy() == null ? null : callBack.takenBy().id(),
          callBack.attempts().size(),
          callBack.note(),
          callBack.ticket() == null ? null : callBack.ticket().toString());
    }
  }
}
