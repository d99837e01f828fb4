package hotline.node.oversight;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.access.VisibleTickets;
import hotline.node.classification.AccountabilityGround;
import hotline.node.classification.Role;
import hotline.node.classification.SupervisionTool;
import hotline.node.classification.SupervisionTrigger;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.reference.Neighbours;
import hotline.node.reference.ReferenceData;
import hotline.node.store.AuditStore;
import hotline.node.submission.Submissions;
import hotline.node.submission.Submissions.Made;
import hotline.node.submission.Submissions.Sent;
import hotline.node.supervision.About;
import hotline.node.supervision.Demand;
import hotline.node.supervision.Supervision;
import hotline.node.supervision.SupervisionCommand;
import hotline.node.supervision.SupervisionId;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Assignee;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import hotline.node.view.Ids;
import hotline.node.work.Rules;
import hotline.sync.Tx;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is done about a supervision: a supervisor leads it, a unit or a node explains. */
@Controller("/api/supervisions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "supervisions")
class SupervisionActionController {

  private static final int LONG_TEXT = 4000;
  private static final Set<Role> SUPERVISORS = Set.of(Role.SUPERVISOR);
  private static final Set<Role> SPEAKERS = EnumSet.of(Role.DISPATCHER, Role.SUPERVISOR);

  private final SupervisionWork work;
  private final Supervisions supervisions;
  private final VisibleTickets visible;
  private final ReferenceData reference;
  private final Neighbours neighbours;
  private final AuditStore audit;
  private final Rules rules;
  private final Submissions submissions;
  private final Clock clock;

  SupervisionActionController(
      SupervisionWork work,
      Supervisions supervisions,
      VisibleTickets visible,
      ReferenceData reference,
      Neighbours neighbours,
      AuditStore audit,
      Rules rules,
      Submissions submissions,
      Clock clock) {
    this.work = work;
    this.supervisions = supervisions;
    this.visible = visible;
    this.reference = reference;
    this.neighbours = neighbours;
    this.audit = audit;
    this.rules = rules;
    this.submissions = submissions;
    this.clock = clock;
  }

  /** Issues one; 200 with the first when the same was sent before under the same key. */
  @Post
  HttpResponse<SupervisionView> issue(
      SignedInUser user,
      @Nullable @Header(Submissions.HEADER) String key,
      @Valid @Body Issue body) {
    Permissions.require(user, SUPERVISORS, "督办立项");
    Actor actor = Actor.user(user.username(), Role.SUPERVISOR);
    if (body.trigger() != null && body.trigger().automatic()) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "督办情形“" + body.trigger().label() + "”由系统自动发现，人工立项请选择其他情形");
    }
    SupervisionTrigger trigger =
        body.trigger() == null ? SupervisionTrigger.MANUAL : body.trigger();
    Demand demand =
        new Demand(
            body.tool(),
            trigger,
            body.demand(),
            body.jointBodies() == null ? List.of() : body.jointBodies());
    SupervisionId id = SupervisionId.of(rules.self().code(), trigger, cause());
    return submissions.carryOut(
        new Sent(user.username(), key, "supervision", body),
        () ->
            tx -> {
              Supervision issued = work.issue(tx, actor, id, about(tx, body, user), demand);
              return new Made<>(
                  id.toString(), HttpResponse.created(SupervisionView.of(issued, clock.instant())));
            },
        (tx, first) ->
            HttpResponse.ok(
                SupervisionView.of(supervisions.visible(tx, first, user), clock.instant())));
  }

  /**
   * Explains: a unit what it was asked, or this node what the node above asked; then it is on its
   * way and shows once the node above has taken it.
   */
  @Post("/{id}/explain")
  SupervisionView explain(
      String id,
      SignedInUser user,
      @Nullable @Header(Submissions.HEADER) String key,
      @Valid @Body Text body) {
    return once(
        new Sent(user.username(), key, "explanation of " + id, body),
        user,
        tx -> explained(tx, supervisions.visible(tx, id, user), user, body.text()));
  }

  private Supervision explained(Tx tx, Supervision supervision, SignedInUser user, String text) {
    if (supervision.about().target() instanceof UnitRef unit
        && Permissions.worksFor(user, unit)
        && supervision.owner().code().equals(rules.self().code())) {
      Actor actor = Actor.unitUser(user.username(), unit.code());
      return work.decide(tx, actor, supervision.id(), new SupervisionCommand.Explain(text));
    }
    if (!supervision.about().target().codeText().equals(rules.self().codeText())) {
      throw new RefusedException(
          ErrorCode.FORBIDDEN, "情况说明须由被督办的“" + supervision.about().target().name() + "”提交");
    }
    Permissions.require(user, SPEAKERS, "向上级提交情况说明");
    work.explainUpward(tx, supervision, text);
    audit.append(
        tx,
        clock.instant(),
        user.username(),
        "EXPLAIN_UPWARD",
        shortened(supervision.id().toString()),
        "");
    return supervision;
  }

  @Post("/{id}/judge")
  SupervisionView judge(
      String id,
      SignedInUser user,
      @Nullable @Header(Submissions.HEADER) String key,
      @Valid @Body Judge body) {
    return act(
        id,
        user,
        key,
        body,
        new SupervisionCommand.JudgeExplanation(body.accept(), body.opinion()));
  }

  @Post("/{id}/session")
  SupervisionView session(
      String id,
      SignedInUser user,
      @Nullable @Header(Submissions.HEADER) String key,
      @Valid @Body SessionHeld body) {
    return act(
        id,
        user,
        key,
        body,
        new SupervisionCommand.NoteSession(body.participants(), body.conclusion()));
  }

  @Post("/{id}/join")
  SupervisionView join(
      String id,
      SignedInUser user,
      @Nullable @Header(Submissions.HEADER) String key,
      @Valid @Body Text body) {
    return act(id, user, key, body, new SupervisionCommand.JoinBody(body.text()));
  }

  @Post("/{id}/hold-accountable")
  SupervisionView holdAccountable(
      String id,
      SignedInUser user,
      @Nullable @Header(Submissions.HEADER) String key,
      @Valid @Body HeldAccountable body) {
    return act(
        id,
        user,
        key,
        body,
        new SupervisionCommand.HoldAccountable(
            body.ground(), body.person(), body.finding(), body.measure()));
  }

  @Post("/{id}/escalate")
  SupervisionView escalate(
      String id,
      SignedInUser user,
      @Nullable @Header(Submissions.HEADER) String key,
      @Valid @Body Text body) {
    return act(id, user, key, body, new SupervisionCommand.EscalateSupervision(body.text()));
  }

  @Post("/{id}/close")
  SupervisionView close(
      String id,
      SignedInUser user,
      @Nullable @Header(Submissions.HEADER) String key,
      @Valid @Body Text body) {
    return act(id, user, key, body, new SupervisionCommand.CloseSupervision(body.text()));
  }

  @Post("/{id}/lift")
  SupervisionView lift(
      String id,
      SignedInUser user,
      @Nullable @Header(Submissions.HEADER) String key,
      @Valid @Body Text body) {
    return act(id, user, key, body, new SupervisionCommand.LiftSupervision(body.text()));
  }

  private SupervisionView act(
      String id, SignedInUser user, @Nullable String key, Object body, SupervisionCommand command) {
    Permissions.require(user, SUPERVISORS, "督办");
    Actor actor =
        user.unit()
            .map(
                unit ->
                    new Actor(Actor.Kind.USER, user.username(), Role.SUPERVISOR, UnitCode.of(unit)))
            .orElseGet(() -> Actor.user(user.username(), Role.SUPERVISOR));
    return once(
        new Sent(user.username(), key, command.getClass().getSimpleName() + " of " + id, body),
        user,
        tx -> work.decide(tx, actor, Supervisions.id(id), command));
  }

  /** A supervision has no version to guard it: what is sent again under its key is done once. */
  private SupervisionView once(Sent sent, SignedInUser user, Function<Tx, Supervision> action) {
    return submissions.carryOut(
        sent,
        () ->
            tx -> {
              Supervision after = action.apply(tx);
              return new Made<>(after.id().toString(), view(after));
            },
        (tx, done) -> view(supervisions.visible(tx, done, user)));
  }

  private About about(Tx tx, Issue body, SignedInUser user) {
    TicketId ticket = body.ticketId() == null ? null : Ids.ticket(body.ticketId());
    AssignmentId assignment =
        body.assignmentId() == null ? null : Ids.assignment(body.assignmentId());
    if (assignment != null && ticket != null && !assignment.ticket().equals(ticket)) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "派办 " + assignment + " 不属于工单 " + ticket);
    }
    TicketId about = ticket != null ? ticket : assignment == null ? null : assignment.ticket();
    if (about != null) {
      visible.ticket(tx, about, user);
    }
    return new About(target(body.target()), about, assignment);
  }

  private Assignee target(Target wanted) {
    return switch (wanted.kind()) {
      case UNIT ->
          reference
              .unit(wanted.code())
              .<Assignee>map(unit -> new UnitRef(UnitCode.of(unit.code()), unit.name()))
              .orElseThrow(() -> unknown("承办单位", wanted.code()));
      case NODE ->
          neighbours.children().stream()
              .filter(child -> child.codeText().equals(wanted.code()))
              .findFirst()
              .<Assignee>map(child -> child)
              .orElseThrow(() -> unknown("下级节点", wanted.code()));
    };
  }

  private static RefusedException unknown(String kind, String code) {
    return new RefusedException(ErrorCode.UNKNOWN_ASSIGNEE, "没有代码为“" + code + "”的" + kind);
  }

  private SupervisionView view(Supervision supervision) {
    return SupervisionView.of(supervision, clock.instant());
  }

  /** In the order of time, and different for each. */
  private String cause() {
    return Long.toString(clock.instant().toEpochMilli(), Character.MAX_RADIX)
        + "-"
        + UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
  }

  private static String shortened(String id) {
    return id.length() <= 64 ? id : id.substring(0, 64);
  }

  /** What sort of target. */
  enum Kind {
    UNIT,
    NODE
  }

  @Serdeable
  record Target(@NotNull Kind kind, @NotBlank @Size(max = 32) String code) {}

  @Serdeable
  record Issue(
      @NotNull @Valid Target target,
      @NotNull SupervisionTool tool,
      @Nullable SupervisionTrigger trigger,
      @NotBlank @Size(max = LONG_TEXT) String demand,
      @Nullable @Size(max = 40) String ticketId,
      @Nullable @Size(max = 200) String assignmentId,
      @Nullable @Size(max = 10) List<@NotBlank @Size(max = 100) String> jointBodies) {}

  @Serdeable
  record Text(@NotBlank @Size(max = LONG_TEXT) String text) {}

  @Serdeable
  record Judge(boolean accept, @Nullable @Size(max = LONG_TEXT) String opinion) {}

  @Serdeable
  record SessionHeld(
      @NotBlank @Size(max = 500) String participants,
      @NotBlank @Size(max = LONG_TEXT) String conclusion) {}

  @Serdeable
  record HeldAccountable(
      @NotNull AccountabilityGround ground,
      @Nullable @Size(max = 100) String person,
      @NotBlank @Size(max = LONG_TEXT) String finding,
      @NotBlank @Size(max = LONG_TEXT) String measure) {}
}
