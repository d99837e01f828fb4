package hotline.node.handling;

import hotline.node.access.SignedInUser;
import hotline.node.access.VisibleTickets;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.view.Ids;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;

/**
 * What the rules demand of the forms about a ticket or an assignment, by the policy that it is
 * judged by: a form asks for what will be demanded, and for nothing else. Says nothing of the
 * matter itself, so looks are not audited.
 */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "rules")
class FormRulesController {

  private final Transactions transactions;
  private final TicketStore tickets;
  private final VisibleTickets visible;
  private final Rules rules;
  private final Clock clock;

  FormRulesController(
      Transactions transactions,
      TicketStore tickets,
      VisibleTickets visible,
      Rules rules,
      Clock clock) {
    this.transactions = transactions;
    this.tickets = tickets;
    this.visible = visible;
    this.rules = rules;
    this.clock = clock;
  }

  @Get("/tickets/{id}/rules")
  TicketFormRules ofTicket(String id, SignedInUser user) {
    TicketId ticket = Ids.ticket(id);
    return transactions.call(
        tx -> {
          Ticket found = visible.ticket(tx, ticket, user);
          return TicketFormRules.of(rules.policy(found, clock.instant()), found);
        });
  }

  @Get("/assignments/{id}/rules")
  AssignmentFormRules ofAssignment(String id, SignedInUser user) {
    AssignmentId assignment = Ids.assignment(id);
    return transactions.call(
        tx -> {
          Assignment found = visible.assignment(tx, assignment, user);
          Instant now = clock.instant();
          return AssignmentFormRules.of(
              tickets
                  .find(tx, assignment.ticket())
                  .map(ticket -> rules.policy(ticket, now))
                  .orElseGet(rules::policy),
              found,
              now);
        });
  }
}
