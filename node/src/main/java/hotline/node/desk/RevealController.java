package hotline.node.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hotline.node.access.Permissions;
import hotline.node.access.SignedInUser;
import hotline.node.access.VisibleTickets;
import hotline.node.classification.Role;
import hotline.node.store.AuditStore;
import hotline.node.store.TimelineEntry;
import hotline.node.store.TimelineStore;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.view.Ids;
import hotline.node.view.RequesterView;
import hotline.node.view.TicketView;
import hotline.node.work.Rules;
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
import java.util.List;
import java.util.Set;

/** Personal data, shown to those who need it, for a reason that stays on the record (SEC-03). */
@Controller("/api/tickets/{id}/reveal")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "tickets")
class RevealController {

  private static final Set<Role> ROLES =
      EnumSet.of(Role.CALL_TAKER, Role.FOLLOW_UP, Role.UNIT_HANDLER);

  private final Transactions transactions;
  private final VisibleTickets visible;
  private final TicketViews views;
  private final TimelineStore timelines;
  private final TimelineViews timelineViews;
  private final AuditStore audit;
  private final Rules rules;
  private final Clock clock;

  RevealController(
      Transactions transactions,
      VisibleTickets visible,
      TicketViews views,
      TimelineStore timelines,
      TimelineViews timelineViews,
      AuditStore audit,
      Rules rules,
      Clock clock) {
    this.transactions = transactions;
    this.visible = visible;
    this.views = views;
    this.timelines = timelines;
    this.timelineViews = timelineViews;
    this.audit = audit;
    this.rules = rules;
    this.clock = clock;
  }

  @Post
  Revealed reveal(String id, SignedInUser user, @Valid @Body Reason body) {
    Permissions.require(user, ROLES, "查看诉求人信息");
    TicketId ticketId = Ids.ticket(id);
    return transactions.call(
        tx -> {
          Ticket ticket = visible.ticket(tx, ticketId, user);
          audit.append(
              tx, clock.instant(), user.username(), "REVEAL", ticketId.toString(), body.reason());
          List<TimelineEntry> entries = timelines.of(tx, ticketId);
          boolean cameMasked = cameMasked(ticket);
          return new Revealed(
              RequesterView.revealed(ticket.requester()),
              cameMasked ? views.ticket(tx, ticket, user) : views.whole(tx, ticket, user),
              cameMasked ? timelineViews.views(entries) : timelineViews.whole(entries));
        });
  }

  /** What another node keeps from this one is not to be read between the lines either. */
  private boolean cameMasked(Ticket ticket) {
    return !ticket.owner().code().equals(rules.self().code())
        && ticket.requester().personal().isEmpty();
  }

  /** Who asks, and all that was written of the matter, as it was written. */
  @Serdeable
  record Revealed(
      @JsonUnwrapped RequesterView requester, TicketView ticket, List<TimelineView> timeline) {}

  @Serdeable
  record Reason(@NotBlank @Size(max = 500) String reason) {}
}
