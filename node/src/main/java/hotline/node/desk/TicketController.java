package hotline.node.desk;

import hotline.node.access.SignedInUser;
import hotline.node.access.VisibleTickets;
import hotline.node.search.TicketSearch;
import hotline.node.store.AuditStore;
import hotline.node.store.TimelineStore;
import hotline.node.ticket.TicketId;
import hotline.node.view.Ids;
import hotline.node.view.TicketPage;
import hotline.node.view.TicketView;
import hotline.sync.Transactions;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.List;

/**
 * Looking at tickets. Every look is audited (SEC-03); a unit's people see their own unit's only.
 */
@Controller("/api/tickets")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "tickets")
class TicketController {

  private final Transactions transactions;
  private final TicketSearches searches;
  private final TicketLists lists;
  private final TimelineStore timelines;
  private final AuditStore audit;
  private final TicketViews views;
  private final VisibleTickets visible;
  private final TimelineViews timelineViews;
  private final Clock clock;

  TicketController(
      Transactions transactions,
      TicketSearches searches,
      TicketLists lists,
      TimelineStore timelines,
      AuditStore audit,
      TicketViews views,
      VisibleTickets visible,
      TimelineViews timelineViews,
      Clock clock) {
    this.transactions = transactions;
    this.searches = searches;
    this.lists = lists;
    this.timelines = timelines;
    this.audit = audit;
    this.views = views;
    this.visible = visible;
    this.timelineViews = timelineViews;
    this.clock = clock;
  }

  /**
   * A page of tickets: own, received and replicated.
   *
   * @param slice what a figure of the cockpit was counted of
   */
  @Get
  TicketPage list(
      SignedInUser user,
      @Valid @RequestBean TicketQuery query,
      @Valid @RequestBean TicketSliceQuery slice,
      @QueryValue(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
      @QueryValue(defaultValue = "20") @Min(1) @Max(200) int size) {
    TicketSearch search = searches.of(query, slice, user);
    transactions.run(
        tx ->
            audit.append(
                tx,
                clock.instant(),
                user.username(),
                "LIST_TICKETS",
                "tickets",
                query.described(slice)));
    TicketLists.Page found = lists.page(search, query.order(), page, size);
    return new TicketPage(
        found.tickets().stream()
            .map(ticket -> views.row(ticket).with(Excerpts.of(ticket, found.words())))
            .toList(),
        found.total(),
        found.atLeast(),
        page,
        size,
        found.words(),
        found.indexed());
  }

  @Get("/{id}")
  TicketView one(String id, SignedInUser user) {
    TicketId ticket = Ids.ticket(id);
    return transactions.call(
        tx -> {
          TicketView view = views.ticket(tx, ticket, user);
          audit.append(tx, clock.instant(), user.username(), "READ_TICKET", ticket.toString(), "");
          return view;
        });
  }

  /** What happened to the ticket at all nodes that are known here, in the order of time. */
  @Get("/{id}/timeline")
  List<TimelineView> timeline(String id, SignedInUser user) {
    TicketId ticket = Ids.ticket(id);
    return transactions.call(
        tx -> {
          visible.require(tx, ticket, user);
          audit.append(
              tx, clock.instant(), user.username(), "READ_TIMELINE", ticket.toString(), "");
          return timelineViews.views(timelines.of(tx, ticket));
        });
  }
}
