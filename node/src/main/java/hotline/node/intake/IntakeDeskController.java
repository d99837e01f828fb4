package hotline.node.intake;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Category;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.Role;
import hotline.node.classification.Urgency;
import hotline.node.classification.WithheldCase;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.policy.IntakeElement;
import hotline.node.policy.IntakeRules;
import hotline.node.store.AuditStore;
import hotline.node.store.IntakeStore;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.Requester;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.view.Ids;
import hotline.node.view.Named;
import hotline.node.view.TicketRow;
import hotline.node.view.Times;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a call taker is shown while an appeal is being noted down; nothing here decides. */
@Controller("/api/intake")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "intake")
class IntakeDeskController {

  private static final Set<Role> ROLES = EnumSet.of(Role.CALL_TAKER, Role.DISPATCHER);
  private static final int MANY = 20;

  private final Transactions transactions;
  private final Registration registration;
  private final RequesterKeys keys;
  private final Duplicates duplicates;
  private final Attribution attribution;
  private final Abusers abusers;
  private final Callers callers;
  private final Nearby nearby;
  private final NamedRegions regions;
  private final IntakeStore intake;
  private final TicketStore tickets;
  private final AuditStore audit;
  private final Rules rules;
  private final Clock clock;

  IntakeDeskController(
      Transactions transactions,
      Registration registration,
      RequesterKeys keys,
      Duplicates duplicates,
      Attribution attribution,
      Abusers abusers,
      Callers callers,
      Nearby nearby,
      NamedRegions regions,
      IntakeStore intake,
      TicketStore tickets,
      AuditStore audit,
      Rules rules,
      Clock clock) {
    this.transactions = transactions;
    this.registration = registration;
    this.keys = keys;
    this.duplicates = duplicates;
    this.attribution = attribution;
    this.abusers = abusers;
    this.callers = callers;
    this.nearby = nearby;
    this.regions = regions;
    this.intake = intake;
    this.tickets = tickets;
    this.audit = audit;
    this.rules = rules;
    this.clock = clock;
  }

  /** What this node's rules demand, and what to tell the citizen with a refusal (ACC-12). */
  @Get("/rules")
  RulesView rules(SignedInUser user) {
    IntakeRules intakeRules = rules.policy().intake();
    Map<RefusalGround, String> guidance = new TreeMap<>(intakeRules.guidance());
    return new RulesView(
        new TreeSet<>(intakeRules.required()),
        new TreeSet<>(intakeRules.categories()),
        intakeRules.refusalGrounds().stream()
            .sorted()
            .map(ground -> new GroundView(ground, ground.label(), guidance.get(ground)))
            .toList(),
        new TreeSet<>(intakeRules.withheldCases()),
        new TreeSet<>(rules.policy().lines().emergencyNumbers()),
        new TreeSet<>(intakeRules.immediateClosure()),
        intakeRules.unreasonableGetsVisit());
  }

  /**
   * Looks at an appeal before it is registered: the same person's same matter (ACC-07, ACC-10),
   * what others reported of the same (LIF-15), whose it is (CLS-07), whether it looks urgent or
   * like a case for an emergency number (CLS-05, ACC-05).
   */
  @Post("/check")
  CheckView check(SignedInUser user, @Valid @Body IntakeRequest request) {
    Permissions.require(user, ROLES, "登记诉求");
    Appeal appeal = registration.appeal(request);
    Requester requester = registration.requester(request.requester());
    TicketId none = new TicketId(rules.self().code(), LocalDate.EPOCH, 1);
    IntakeRules intakeRules = rules.policy().intake();
    String words = appeal.title() + appeal.content();
    return transactions.call(
        tx -> {
          var same = duplicates.find(tx, none, registration.samenessOf(appeal, requester));
          String key = requester.key();
          return new CheckView(
              same.inHandling().map(TicketId::toString).orElse(null),
              same.concluded().map(TicketId::toString).orElse(null),
              related(tx, appeal, none),
              nearby.of(tx, user, appeal),
              attribution.suggestions(appeal),
              appeal.matter() == null ? attribution.guesses(appeal) : List.of(),
              appeal.region() == null ? regions.in(appeal) : List.of(),
              appeal.enterprise(),
              intakeRules.looksUrgent(words) ? Urgency.URGENT : null,
              intakeRules.emergencyOf(words).orElse(null),
              key == null
                  ? null
                  : abusers
                      .restriction(tx, key)
                      .map(restriction -> Times.local(restriction.until()))
                      .orElse(null));
        });
  }

  /** Whose a registered ticket is, each with the reason (CLS-07, CLS-08). */
  @Get("/suggestions/{id}")
  List<Attribution.Suggestion> suggestions(String id, SignedInUser user) {
    Permissions.require(user, ROLES, "查看归口建议");
    return attribution.suggestions(ticket(id));
  }

  /** Tickets in handling that a registered one may be merged with (LIF-15). */
  @Get("/related/{id}")
  List<TicketRow> related(String id, SignedInUser user) {
    Permissions.require(
        user, EnumSet.of(Role.CALL_TAKER, Role.DISPATCHER, Role.REVIEWER), "查看相关工单");
    Ticket ticket = ticket(id);
    return transactions.call(tx -> related(tx, ticket.appeal(), ticket.id()));
  }

  /**
   * A caller's own appeals (INT-19). Who does not say who he is is not told anything (ACC-13); the
   * look is on the record.
   */
  @Post("/history")
  List<TicketRow> history(SignedInUser user, @Valid @Body HistoryRequest request) {
    Permissions.require(user, ROLES, "查询个人历史诉求");
    String key = keys.keyOf(new PersonalData(null, request.phone(), null));
    if (key == null) {
      throw new RefusedException(ErrorCode.INTAKE_INCOMPLETE, "查询个人历史诉求须提供登记时所留的电话，拒绝提供的不予受理");
    }
    return transactions.call(
        tx -> {
          audit.append(
              tx, clock.instant(), user.username(), "READ_HISTORY", "requester", request.reason());
          return rows(tx, intake.ofRequester(tx, key, MANY));
        });
  }

  /**
   * What is known of a number that a caller gives, without whose it is; the look is on the record
   * (SEC-03).
   */
  @Post("/caller")
  Callers.CallerView caller(SignedInUser user, @Valid @Body NumberRequest request) {
    Permissions.require(user, ROLES, "登记诉求");
    return transactions.call(
        tx -> {
          audit.append(tx, clock.instant(), user.username(), "READ_HISTORY", "requester", "登记诉求");
          return callers.ofNumber(tx, user, request.phone());
        });
  }

  private Ticket ticket(String id) {
    TicketId ticket = Ids.ticket(id);
    return transactions
        .call(tx -> tickets.find(tx, ticket))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有工单 " + ticket));
  }

  private List<TicketRow> related(Tx tx, Appeal appeal, TicketId except) {
    return appeal.matter() == null || appeal.region() == null
        ? List.of()
        : rows(
            tx, intake.related(tx, appeal.matter().code(), appeal.region().code(), except, MANY));
  }

  private List<TicketRow> rows(Tx tx, List<TicketId> ids) {
    Map<TicketId, Ticket> found = tickets.findAll(tx, ids);
    return ids.stream()
        .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
        .map(ticket -> TicketRow.of(ticket, true, clock.instant()))
        .toList();
  }

  /** What the node's rules demand. */
  @Serdeable
  record RulesView(
      Set<IntakeElement> required,
      Set<Category> categories,
      List<GroundView> grounds,
      Set<WithheldCase> withheldCases,
      Set<String> emergencyNumbers,
      Set<Category> immediateClosure,
      boolean unreasonableGetsVisit) {}

  @Serdeable
  record GroundView(RefusalGround ground, String label, @Nullable String guidance) {}

  /**
   * What is known before anything is decided.
   *
   * @param nearby open tickets of the same place or with like words, the likest first (LIF-15)
   * @param regions which the words name, when none was noted
   * @param matters which the words look like, when none was noted (CLS-08)
   * @param looksUrgent a hint (CLS-05)
   * @param emergencyNumber a hint (ACC-05)
   * @param restrictedUntil when the requester is restricted at present (ABU-01)
   */
  @Serdeable
  record CheckView(
      @Nullable String inHandling,
      @Nullable String concluded,
      List<TicketRow> related,
      List<Nearby.NearbyView> nearby,
      List<Attribution.Suggestion> suggestions,
      List<Attribution.Guess> matters,
      List<Named> regions,
      boolean enterprise,
      @Nullable Urgency looksUrgent,
      @Nullable String emergencyNumber,
      @Nullable OffsetDateTime restrictedUntil) {}

  @Serdeable
  record NumberRequest(@NotBlank @Pattern(regexp = "[+0-9 -]{5,30}") String phone) {}

  @Serdeable
  record HistoryRequest(
      @Nullable @Size(max = 30) String phone, @NotBlank @Size(max = 200) String reason) {}
}
