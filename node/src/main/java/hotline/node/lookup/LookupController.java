package hotline.node.lookup;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.access.VisibleTickets;
import hotline.node.classification.Role;
import hotline.node.store.AuditStore;
import hotline.node.ticket.TicketId;
import hotline.node.view.Ids;
import hotline.sync.Transactions;
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
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Asking a department's own system for a ticket (Q-14, the fourth flow): who may look at the ticket
 * may ask, whoever asks says why, and all of it is audited before the question leaves.
 */
@Controller("/api/lookups")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "lookups")
class LookupController {

  private static final Set<Role> ROLES =
      EnumSet.of(Role.CALL_TAKER, Role.DISPATCHER, Role.POLICY_SPECIALIST);

  private final Lookups lookups;
  private final VisibleTickets visible;
  private final AuditStore audit;
  private final Transactions transactions;
  private final Clock clock;

  LookupController(
      Lookups lookups,
      VisibleTickets visible,
      AuditStore audit,
      Transactions transactions,
      Clock clock) {
    this.lookups = lookups;
    this.visible = visible;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Which departments can be asked. */
  @Get
  List<String> departments(SignedInUser user) {
    Permissions.require(user, ROLES, "查询部门业务系统");
    return lookups.departments();
  }

  @Post
  LookupAnswer ask(SignedInUser user, @Valid @Body LookupQuestion body) {
    Permissions.require(user, ROLES, "查询部门业务系统");
    TicketId ticket = Ids.ticket(body.ticketId());
    transactions.<RuntimeException>run(
        tx -> {
          visible.ticket(tx, ticket, user);
          audit.append(
              tx,
              clock.instant(),
              user.username(),
              "ASK_DEPARTMENT",
              ticket.toString(),
              body.unit() + "：" + body.reason());
        });
    return new LookupAnswer(
        body.unit(), lookups.ask(body.unit(), ticket.toString(), body.question()));
  }

  /**
   * @param unit the department's code
   * @param reason why it is asked, for the auditors
   */
  @Serdeable
  record LookupQuestion(
      @NotBlank @Size(max = 32) String unit,
      @NotBlank @Size(max = 28) String ticketId,
      @NotBlank @Size(max = 500) String question,
      @NotBlank @Size(max = 200) String reason) {}

  /** What the department's system said, as it said it. */
  @Serdeable
  record LookupAnswer(String unit, String answer) {}
}
