package hotline.node.intake;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.access.VisibleTickets;
import hotline.node.classification.Role;
import hotline.node.classification.Urgency;
import hotline.node.policy.IntakeRules;
import hotline.node.store.IntakeStore;
import hotline.node.ticket.Appeal;
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
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
  private final Duplicates duplicates;
  private final Attribution attribution;
  private final Abusers abusers;
  private final Nearby nearby;
  private final NamedRegions regions;
  private final IntakeStore intake;
  private final VisibleTickets visible;
  private final Rules rules;
  private final TicketRows rows;

  IntakeDeskController(
      Transactions transactions,
      Registration registration,
      Duplicates duplicates,
      Attribution attribution,
      Abusers abusers,
      Nearby nearby,
      NamedRegions regions,
      IntakeStore intake,
      VisibleTickets visible,
      Rules rules,
      TicketRows rows) {
    this.transactions = transactions;
    this.registration = registration;
    this.duplicates = duplicates;
    this.attribution = attribution;
    this.abusers = abusers;
    this.nearby = nearby;
    this.regions = regions;
    this.intake = intake;
    this.visible = visible;
    this.rules = rules;
    this.rows = rows;
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
              related(tx, user, appeal, none),
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
    TicketId ticket = Ids.ticket(id);
    Ticket found = transactions.call(tx -> visible.ticket(tx, ticket, user));
    return attribution.suggestions(found);
  }

  /** Tickets in handling that a registered one may be merged with (LIF-15). */
  @Get("/related/{id}")
  List<TicketRow> related(String id, SignedInUser user) {
    Permissions.require(
        user, EnumSet.of(Role.CALL_TAKER, Role.DISPATCHER, Role.REVIEWER), "查看相关工单");
    TicketId ticket = Ids.ticket(id);
    return transactions.call(
        tx -> related(tx, user, visible.ticket(tx, ticket, user).appeal(), ticket));
  }

  private List<TicketRow> related(Tx tx, SignedInUser user, Appeal appeal, TicketId except) {
    return appeal.matter() == null || appeal.region() == null
        ? List.of()
        : rows.of(
            tx,
            intake.related(tx, appeal.matter().code(), appeal.region().code(), except, MANY),
            ticket -> visible.sees(tx, ticket, user));
  }

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
}
