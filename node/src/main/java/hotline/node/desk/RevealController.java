package hotline.node.desk;

import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.classification.Role;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.store.AuditStore;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.view.Ids;
import hotline.node.view.RequesterView;
import hotline.sync.Transactions;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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
import java.util.Set;

/** Personal data, shown to those who need it, for a reason that stays on the record (SEC-03). */
@Controller("/api/tickets/{id}/reveal")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "tickets")
class RevealController {

  private static final Set<Role> ROLES =
      EnumSet.of(Role.CALL_TAKER, Role.FOLLOW_UP, Role.UNIT_HANDLER);

  private final Transactions transactions;
  private final TicketStore tickets;
  private final TicketViews views;
  private final AuditStore audit;
  private final Clock clock;

  RevealController(
      Transactions transactions,
      TicketStore tickets,
      TicketViews views,
      AuditStore audit,
      Clock clock) {
    this.transactions = transactions;
    this.tickets = tickets;
    this.views = views;
    this.audit = audit;
    this.clock = clock;
  }

  @Post
  RequesterView reveal(String id, SignedInUser user, @Valid @Body Reason body) {
    Permissions.require(user, ROLES, "查看诉求人信息");
    TicketId ticketId = Ids.ticket(id);
    return transactions.call(
        tx -> {
          views.requireVisible(tx, ticketId, user);
          Ticket ticket =
              tickets
                  .find(tx, ticketId)
                  .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND, "没有工单 " + ticketId));
          audit.append(
              tx, clock.instant(), user.username(), "REVEAL", ticketId.toString(), body.reason());
          return RequesterView.revealed(ticket.requester());
        });
  }

  @Serdeable
  record Reason(@NotBlank @Size(max = 500) String reason) {}
}
