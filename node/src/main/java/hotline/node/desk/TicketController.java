package hotline.node.desk;

import hotline.node.access.SignedInUser;
import hotline.node.classification.Category;
import hotline.node.classification.Urgency;
import hotline.node.reference.Neighbours;
import hotline.node.store.Attention;
import hotline.node.store.AuditStore;
import hotline.node.store.DeskStore;
import hotline.node.store.TicketFilter;
import hotline.node.store.TimelineStore;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketState;
import hotline.node.view.Ids;
import hotline.node.view.PageView;
import hotline.node.view.TicketRow;
import hotline.node.view.TicketView;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import io.micronaut.core.convert.format.Format;
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
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looking at tickets. Every look is audited (SEC-03); a unit's people see their own unit's only.
 */
@Controller("/api/tickets")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "tickets")
class TicketController {

  private final Transactions transactions;
  private final DeskStore desk;
  private final TimelineStore timelines;
  private final AuditStore audit;
  private final TicketViews views;
  private final TimelineViews timelineViews;
  private final Rules rules;
  private final Neighbours neighbours;
  private final Clock clock;

  TicketController(
      Transactions transactions,
      DeskStore desk,
      TimelineStore timelines,
      AuditStore audit,
      TicketViews views,
      TimelineViews timelineViews,
      Rules rules,
      Neighbours neighbours,
      Clock clock) {
    this.transactions = transactions;
    this.desk = desk;
    this.timelines = timelines;
    this.audit = audit;
    this.views = views;
    this.timelineViews = timelineViews;
    this.rules = rules;
    this.neighbours = neighbours;
    this.clock = clock;
  }

  /**
   * A page of tickets: own, received and replicated.
   *
   * @param q part of the title, or a whole ticket id
   * @param slice what a figure of the cockpit was counted of
   * @param dueSoon only unanswered ones whose limit ends within a day
   * @param sort {@code oldest} for the order of registration; newest first otherwise
   */
  @Get
  PageView<TicketRow> list(
      SignedInUser user,
      @Nullable @QueryValue TicketState state,
      @Nullable @QueryValue Category category,
      @Nullable @QueryValue Urgency urgency,
      @Nullable @QueryValue @Size(max = 9) String owner,
      @Nullable @QueryValue @Size(max = 100) String q,
      @Nullable @QueryValue @Size(max = 32) String unit,
      @QueryValue(defaultValue = "false") boolean overdue,
      @QueryValue(defaultValue = "false") boolean dueSoon,
      @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime from,
      @Nullable @QueryValue @Format("yyyy-MM-dd'T'HH:mm:ssXXX") OffsetDateTime to,
      @Nullable @QueryValue Attention attention,
      @RequestBean @Valid TicketSliceQuery slice,
      @Nullable @QueryValue @Size(max = 16) String sort,
      @QueryValue(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
      @QueryValue(defaultValue = "20") @Min(1) @Max(200) int size) {
    Instant now = clock.instant();
    TicketFilter filter =
        new TicketFilter(
            name(state),
            name(category),
            name(urgency),
            blankToNull(owner),
            blankToNull(q),
            rules.self().codeText(),
            user.unit().orElse(blankToNull(unit)),
            overdue ? now : null,
            from == null ? null : from.toInstant(),
            to == null ? null : to.toInstant(),
            user.scope().visibility(),
            attention,
            slice.toSlice(now, rules, neighbours),
            dueSoon ? now : null,
            dueSoon ? now.plus(DeskController.SOON) : null);
    return transactions.call(
        tx -> {
          audit.append(tx, now, user.username(), "LIST_TICKETS", "tickets", described(filter));
          List<TicketRow> rows =
              desk.tickets(tx, filter, "oldest".equals(sort), page * size, size).stream()
                  .map(views::row)
                  .toList();
          return new PageView<>(rows, desk.countTickets(tx, filter), page, size);
        });
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
          views.requireVisible(tx, ticket, user);
          audit.append(
              tx, clock.instant(), user.username(), "READ_TIMELINE", ticket.toString(), "");
          return timelineViews.views(timelines.of(tx, ticket));
        });
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Without what was searched for, which may be a person's. */
  private static String described(TicketFilter filter) {
    return "state=%s category=%s urgency=%s owner=%s unit=%s text=%s"
        .formatted(
            filter.state(),
            filter.category(),
            filter.urgency(),
            filter.owner(),
            filter.unit(),
            filter.text() != null);
  }
}
