package hotline.node.desk;

import hotline.node.access.SignedInUser;
import hotline.node.classification.Approver;
import hotline.node.classification.Category;
import hotline.node.classification.Urgency;
import hotline.node.store.AssignmentFilter;
import hotline.node.store.Attention;
import hotline.node.store.AuditStore;
import hotline.node.store.DeskStore;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.view.AssignmentView;
import hotline.node.view.Ids;
import hotline.node.view.PageView;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looking at the work that this node and its units carry out. */
@Controller("/api/assignments")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "assignments")
class AssignmentController {

  /** What {@code unit} says for what the node itself has received. */
  private static final String NONE = "NONE";

  private final Transactions transactions;
  private final DeskStore desk;
  private final TicketStore tickets;
  private final AuditStore audit;
  private final TicketViews views;
  private final Rules rules;
  private final Clock clock;

  AssignmentController(
      Transactions transactions,
      DeskStore desk,
      TicketStore tickets,
      AuditStore audit,
      TicketViews views,
      Rules rules,
      Clock clock) {
    this.transactions = transactions;
    this.desk = desk;
    this.tickets = tickets;
    this.audit = audit;
    this.views = views;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * A page, in the order in which the work came in.
   *
   * @param dueSoon only unanswered ones whose limit ends within a day
   * @param attention only those at which something waits
   * @param q part of the ticket's title, or its whole id
   * @param region of the ticket; it stands for all below it, too
   * @param toSign only those with a request that waits for this signature inside the unit
   * @param unit a unit's code, or {@code NONE} for what the node itself has received
   */
  @Get
  PageView<AssignmentView> list(
      SignedInUser user,
      @Nullable @QueryValue AssignmentState state,
      @Nullable @QueryValue @Size(max = 32) String unit,
      @QueryValue(defaultValue = "false") boolean overdue,
      @QueryValue(defaultValue = "false") boolean dueSoon,
      @Nullable @QueryValue Attention attention,
      @Nullable @QueryValue Approver toSign,
      @Nullable @QueryValue @Size(max = 100) String q,
      @Nullable @QueryValue @Pattern(regexp = "[0-9]{6,12}|") String region,
      @Nullable @QueryValue Category category,
      @Nullable @QueryValue Urgency urgency,
      @QueryValue(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
      @QueryValue(defaultValue = "20") @Min(1) @Max(200) int size) {
    Instant now = clock.instant();
    String asked = unit == null || unit.isBlank() ? null : unit.equals(NONE) ? "" : unit;
    AssignmentFilter filter =
        new AssignmentFilter(
            rules.self().codeText(),
            state == null ? null : state.name(),
            user.unit().orElse(asked),
            user.scope().visibility(),
            overdue ? now : null,
            toSign,
            dueSoon ? now : null,
            dueSoon ? now.plus(DeskController.SOON) : null,
            attention,
            new AssignmentFilter.OfTicket(
                blankToNull(q),
                blankToNull(region),
                category == null ? null : category.name(),
                urgency == null ? null : urgency.name()));
    return transactions.call(
        tx -> {
          audit.append(
              tx,
              now,
              user.username(),
              "LIST_ASSIGNMENTS",
              "assignments",
              "state=%s unit=%s".formatted(filter.state(), filter.unit()));
          List<Assignment> found = desk.assignments(tx, filter, page * size, size);
          Map<TicketId, Ticket> theirs =
              tickets.findAll(tx, found.stream().map(a -> a.id().ticket()).distinct().toList());
          return new PageView<>(
              found.stream().map(assignment -> view(assignment, theirs, user)).toList(),
              desk.countAssignments(tx, filter),
              page,
              size);
        });
  }

  @Get("/{id}")
  AssignmentView one(String id, SignedInUser user) {
    AssignmentId assignment = Ids.assignment(id);
    return transactions.call(
        tx -> {
          AssignmentView view = views.assignment(tx, assignment, user);
          audit.append(
              tx, clock.instant(), user.username(), "READ_ASSIGNMENT", view.ticketId(), "");
          return view;
        });
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private AssignmentView view(
      Assignment assignment, Map<TicketId, Ticket> theirs, SignedInUser user) {
    Ticket ticket = theirs.get(assignment.id().ticket());
    return views.view(assignment, ticket == null ? null : views.row(ticket), user);
  }
}
