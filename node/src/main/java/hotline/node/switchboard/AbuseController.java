package hotline.node.switchboard;

import hotline.node.abuse.AbuseCase;
import hotline.node.abuse.AbuseLife;
import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.AbuseGround;
import hotline.node.classification.Channel;
import hotline.node.classification.HandOverBody;
import hotline.node.classification.Role;
import hotline.node.entity.Step;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.export.ExportFormat;
import hotline.node.export.Exports;
import hotline.node.export.Exports.Rows;
import hotline.node.intake.RequesterKeys;
import hotline.node.policy.AbuseRules;
import hotline.node.store.AuditStore;
import hotline.node.store.EntityFilter;
import hotline.node.store.EntityStore;
import hotline.node.store.TicketStore;
import hotline.node.submission.Submissions;
import hotline.node.submission.Submissions.Made;
import hotline.node.submission.Submissions.Sent;
import hotline.node.ticket.Actor;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.TicketId;
import hotline.node.view.Ids;
import hotline.node.view.PageView;
import hotline.node.wire.EntityForms;
import hotline.node.work.EntityWork;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
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
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Abuse of the hotline: noted by agents, answered by supervisors (ABU-01, ABU-02). */
@Controller("/api/abuse-cases")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "abuse")
class AbuseController {

  private static final int READ_AT_ONCE = 500;
  private static final Set<Role> NOTERS =
      EnumSet.of(Role.CALL_TAKER, Role.FOLLOW_UP, Role.SUPERVISOR);
  private static final Set<Role> DECIDERS = EnumSet.of(Role.SUPERVISOR);

  private final Transactions transactions;
  private final EntityStore entities;
  private final EntityWork work;
  private final TicketStore tickets;
  private final RequesterKeys keys;
  private final AuditStore audit;
  private final Exports exports;
  private final Rules rules;
  private final Submissions submissions;
  private final CaseNumbers numbers;

  AbuseController(
      Transactions transactions,
      EntityStore entities,
      EntityWork work,
      TicketStore tickets,
      RequesterKeys keys,
      AuditStore audit,
      Exports exports,
      Rules rules,
      Submissions submissions,
      CaseNumbers numbers) {
    this.transactions = transactions;
    this.entities = entities;
    this.work = work;
    this.tickets = tickets;
    this.keys = keys;
    this.audit = audit;
    this.exports = exports;
    this.rules = rules;
    this.submissions = submissions;
    this.numbers = numbers;
  }

  /** Newest first. */
  @Get
  PageView<AbuseView> list(
      SignedInUser user,
      @QueryValue(defaultValue = "false") boolean restricted,
      @QueryValue(defaultValue = "0") @Min(0) @Max(100_000) int page,
      @QueryValue(defaultValue = "20") @Min(1) @Max(200) int size) {
    Permissions.require(user, NOTERS, "查看扰乱热线行为");
    EntityFilter filter = filter(restricted);
    return transactions.call(
        tx ->
            new PageView<>(
                entities.list(tx, EntityForms.ABUSE_CASE, filter, page * size, size).stream()
                    .map(this::view)
                    .toList(),
                entities.count(tx, EntityForms.ABUSE_CASE, filter),
                page,
                size));
  }

  /** All of a list, newest first, as a file. */
  @Get("/export")
  @Produces({ExportFormat.CSV_TYPE, ExportFormat.XLSX_TYPE})
  MutableHttpResponse<StreamedFile> export(
      SignedInUser user,
      @QueryValue(defaultValue = "false") boolean restricted,
      @QueryValue(defaultValue = "XLSX") ExportFormat format) {
    Permissions.require(user, NOTERS, "导出扰乱热线行为");
    EntityFilter filter = filter(restricted);
    Rows<AbuseCase> found =
        Rows.following(
            last ->
                transactions.call(
                    tx -> entities.before(tx, EntityForms.ABUSE_CASE, filter, last, READ_AT_ONCE)));
    return exports.send(
        user.username(),
        format,
        AbuseSheet.CASES,
        "restricted=" + restricted,
        pieces -> found.forEach(piece -> pieces.accept(piece.stream().map(this::view).toList())));
  }

  private EntityFilter filter(boolean restricted) {
    EntityFilter all = EntityFilter.ALL.ownedBy(rules.self().codeText());
    return restricted ? all.in("RESTRICTED").dueAfter(work.now()) : all;
  }

  /** What the rules leave to decide about a restriction. */
  @Get("/rules")
  RulesView rules(SignedInUser user) {
    Permissions.require(user, NOTERS, "查看扰乱热线行为");
    AbuseRules abuse = rules.policy().abuse();
    return new RulesView(
        abuse.longest().toHours(), abuse.channels().stream().sorted().map(Channel::label).toList());
  }

  @Get("/{id}")
  AbuseView one(String id, SignedInUser user) {
    Permissions.require(user, NOTERS, "查看扰乱热线行为");
    return transactions.call(tx -> view(tx, id));
  }

  /**
   * Notes what somebody did: the one who made a call, or who a ticket is of, or with a number; 200
   * with the first note when the same was sent before under the same key.
   */
  @Post
  HttpResponse<AbuseView> note(
      SignedInUser user,
      @Nullable @Header(Submissions.HEADER) String key,
      @Valid @Body AbuseRequest body) {
    Actor actor = actor(user, NOTERS, "记录扰乱热线行为");
    return submissions.carryOut(
        new Sent(user.username(), key, "abuse", body),
        () ->
            tx -> {
              String caller = callerKey(tx, body);
              TicketId ticket = body.ticketId() == null ? null : Ids.ticket(body.ticketId());
              Step<AbuseCase> step =
                  life(actor)
                      .note(
                          numbers.next(work.now()),
                          rules.self(),
                          caller,
                          body.ground(),
                          body.evidence(),
                          body.callId(),
                          ticket);
              AbuseCase abuse = work.create(tx, EntityForms.ABUSE_CASE, actor, step);
              audit.append(
                  tx, work.now(), user.username(), "NOTE_ABUSE", abuse.id(), body.ground().name());
              return new Made<>(abuse.id(), HttpResponse.created(view(abuse)));
            },
        (tx, first) -> HttpResponse.ok(view(tx, first)));
  }

  private AbuseView view(Tx tx, String id) {
    return entities
        .find(tx, EntityForms.ABUSE_CASE, id)
        .map(this::view)
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有记录 " + id));
  }

  @Post("/{id}/restrict")
  AbuseView restrict(String id, SignedInUser user, @Valid @Body RestrictRequest body) {
    return decide(
        id, user, "RESTRICT_CALLER", body.reason(), (life, abuse) -> restrict(life, abuse, body));
  }

  @Post("/{id}/lift")
  AbuseView lift(String id, SignedInUser user, @Valid @Body Reason body) {
    return decide(
        id,
        user,
        "LIFT_RESTRICTION",
        body.reason(),
        (life, abuse) -> life.lift(abuse, body.reason()));
  }

  @Post("/{id}/hand-over")
  AbuseView handOver(String id, SignedInUser user, @Valid @Body HandOverRequest body) {
    return decide(
        id,
        user,
        "HAND_OVER_ABUSE",
        body.body() + " " + body.receiver(),
        (life, abuse) ->
            life.handOver(abuse, body.body(), body.receiver(), body.reason(), body.reference()));
  }

  private AbuseView decide(
      String id,
      SignedInUser user,
      String what,
      String detail,
      BiFunction<AbuseLife, AbuseCase, Step<AbuseCase>> decision) {
    Actor actor = actor(user, DECIDERS, "处置扰乱热线行为");
    return transactions.call(
        tx -> {
          AbuseCase abuse =
              work.decide(
                  tx,
                  EntityForms.ABUSE_CASE,
                  id,
                  actor,
                  before -> decision.apply(life(actor), before));
          audit.append(tx, work.now(), user.username(), what, id, detail);
          return view(abuse);
        });
  }

  private static Step<AbuseCase> restrict(AbuseLife life, AbuseCase abuse, RestrictRequest body) {
    if (body.hours() != null && body.until() == null) {
      return life.restrictFor(abuse, Duration.ofHours(body.hours()), body.reason());
    }
    if (body.until() != null && body.hours() == null) {
      return life.restrict(abuse, body.until().toInstant(), body.reason());
    }
    throw new RefusedException(ErrorCode.INVALID_INPUT, "限制期限须给出时长或者截止时间，二者择一");
  }

  private String callerKey(Tx tx, AbuseRequest body) {
    String key = null;
    if (body.phone() != null) {
      key = keys.keyOf(new PersonalData(null, body.phone(), null));
    } else if (body.callId() != null) {
      key = entities.find(tx, EntityForms.CALL, body.callId()).map(c -> c.callerKey()).orElse(null);
    } else if (body.ticketId() != null) {
      key =
          tickets
              .find(tx, Ids.ticket(body.ticketId()))
              .map(ticket -> ticket.requester().key())
              .orElse(null);
    }
    if (key == null) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "须给出来电号码、有来电号码的通话或有诉求人的工单，以确定是谁");
    }
    return key;
  }

  private static Actor actor(SignedInUser user, Set<Role> roles, String what) {
    Permissions.require(user, roles, what);
    Role role = roles.stream().filter(user.roles()::contains).findFirst().orElse(Role.ADMIN);
    return Actor.user(user.username(), role);
  }

  private AbuseLife life(Actor actor) {
    return new AbuseLife(rules.policy().abuse(), actor, work.now());
  }

  private AbuseView view(AbuseCase abuse) {
    return AbuseView.of(abuse, work.now());
  }

  @Serdeable
  record AbuseRequest(
      @NotNull AbuseGround ground,
      @NotBlank @Size(max = 2000) String evidence,
      @Nullable @Pattern(regexp = "[+0-9-]{3,30}") String phone,
      @Nullable @Size(max = 190) String callId,
      @Nullable @Size(max = 28) String ticketId) {}

  /**
   * @param hours for how long
   * @param until or until when
   */
  @Serdeable
  record RestrictRequest(
      @Nullable @Min(1) @Max(8760) Integer hours,
      @Nullable OffsetDateTime until,
      @NotBlank @Size(max = 500) String reason) {}

  /**
   * @param longestHours how long a restriction may last
   * @param channels which ways in are closed to whoever is restricted; the others stay open
   */
  @Serdeable
  record RulesView(long longestHours, List<String> channels) {}

  @Serdeable
  record Reason(@NotBlank @Size(max = 500) String reason) {}

  @Serdeable
  record HandOverRequest(
      @NotNull HandOverBody body,
      @NotBlank @Size(max = 100) String receiver,
      @NotBlank @Size(max = 500) String reason,
      @Nullable @Size(max = 100) String reference) {}
}
