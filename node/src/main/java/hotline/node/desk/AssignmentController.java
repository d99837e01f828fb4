package hotline.node.desk;

import hotline.node.access.SignedInUser;
import hotline.node.store.AssignmentFilter;
import hotline.node.store.AuditStore;
import hotline.node.store.DeskStore;
import hotline.node.store.TicketStore;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.view.AssignmentView;
import hotline.node.view.Ids;
import hotline.node.view.PageView;
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
import java.util.Map;

/** Looking at the work that this node and its units carry out. */
@Controller("/api/assignments")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "assignments")
class AssignmentController {

  /** Pages end where counting does. */
  private static final int MOST_COUNTED = 10_000;

  private final Transactions transactions;
  private final DeskStore desk;
  private final TicketStore tickets;
  private final AuditStore audit;
  private final TicketViews views;
  private final AssignmentLists lists;
  private final Clock clock;

  AssignmentController(
      Transactions transactions,
      DeskStore desk,
      TicketStore tickets,
      AuditStore audit,
      TicketViews views,
      AssignmentLists lists,
      Clock clock) {
    this.transactions = transactions;
    this.desk = desk;
    this.tickets = tickets;
    this.audit = audit;
    this.views = views;
    this.lists = lists;
    this.clock = clock;
  }

  /** A page, in the order in which the work came in. */
  @Get
  PageView<AssignmentView> list(
      SignedInUser user,
      @Valid @RequestBean AssignmentQuery query,
      @QueryValue(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
      @QueryValue(defaultValue = "20") @Min(1) @Max(200) int size) {
    AssignmentFilter filter = lists.filter(user, query);
    return transactions.call(
        tx -> {
          audit.append(
              tx,
              clock.instant(),
              user.username(),
              "LIST_ASSIGNMENTS",
              "assignments",
              "state=%s unit=%s".formatted(filter.state(), filter.unit()));
          List<Assignment> found = desk.assignments(tx, filter, page * size, size);
          Map<TicketId, Ticket> theirs =
              tickets.findAll(tx, found.stream().map(a -> a.id().ticket()).distinct().toList());
          return new PageView<>(
              found.stream().map(assignment -> view(assignment, theirs, user)).toList(),
              desk.countAssignments(tx, filter, MOST_COUNTED),
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

  private AssignmentView view(
      Assignment assignment, Map<TicketId, Ticket> theirs, SignedInUser user) {
    Ticket ticket = theirs.get(assignment.id().ticket());
    return views.view(assignment, ticket == null ? null : views.row(ticket), user);
  }
}
