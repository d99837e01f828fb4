package hotline.node.desk;

import hotline.node.access.SignedInUser;
import hotline.node.access.VisibleTickets;
import hotline.node.store.AuditStore;
import hotline.node.store.WatchStore;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.node.view.Ids;
import hotline.node.work.Rules;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Why something is due when it is, and how much is. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "deadlines")
class DeadlineController {

  private final Transactions transactions;
  private final VisibleTickets visible;
  private final WatchStore watches;
  private final AuditStore audit;
  private final DeadlineViews deadlines;
  private final Rules rules;
  private final Clock clock;

  DeadlineController(
      Transactions transactions,
      VisibleTickets visible,
      WatchStore watches,
      AuditStore audit,
      DeadlineViews deadlines,
      Rules rules,
      Clock clock) {
    this.rules = rules;
    this.transactions = transactions;
    this.visible = visible;
    this.watches = watches;
    this.audit = audit;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /** The ticket's own deadlines, each with its reasons. */
  @Get("/tickets/{id}/deadlines")
  List<DeadlineView> ofTicket(String id, SignedInUser user) {
    TicketId ticket = Ids.ticket(id);
    return transactions.call(
        tx -> {
          Ticket found = visible.ticket(tx, ticket, user);
          note(tx, user, ticket);
          return deadlines.of(found);
        });
  }

  /** The deadlines of one assignment, each with its reasons. */
  @Get("/assignments/{id}/deadlines")
  List<DeadlineView> ofAssignment(String id, SignedInUser user) {
    AssignmentId assignment = Ids.assignment(id);
    return transactions.call(
        tx -> {
          Assignment found = visible.assignment(tx, assignment, user);
          note(tx, user, assignment.ticket());
          return deadlines.of(found);
        });
  }

  /**
   * How many deadlines of the node, or of the user's own unit, run that are nearly due or past, by
   * what they are about: {@code SIGN_FOR_NEAR}, {@code REPLY_PASSED} …; of the regions and
   * categories that he has to do with.
   */
  @Get("/desk/deadlines")
  Map<String, Long> counts(SignedInUser user) {
    return transactions.call(
        tx ->
            watches.counts(
                tx, user.unit().orElse(null), user.scope().visibility(), clock.instant()));
  }

  /**
   * When people work, a month back and half a year ahead: what it takes to tell how much working
   * time remains. Monday to Friday, except as {@code departures} say.
   */
  @Get("/desk/working-time")
  WorkingTime workingTime(SignedInUser user) {
    Instant now = clock.instant();
    return new WorkingTime(
        rules.policy().workingHours().spans().stream()
            .map(span -> new SpanView(span.from().toString(), span.to().toString()))
            .toList(),
        rules
            .calendar()
            .departures(now.minus(Duration.ofDays(31)), now.plus(Duration.ofDays(183)))
            .stream()
            .map(day -> new Departure(day.day(), day.worked()))
            .toList());
  }

  /**
   * @param spans of each working day, in order
   * @param departures weekdays that are free, and days at the weekend that are worked
   */
  @Serdeable
  record WorkingTime(List<SpanView> spans, List<Departure> departures) {}

  /** From and to, as in 09:00. */
  @Serdeable
  record SpanView(String from, String to) {}

  @Serdeable
  record Departure(LocalDate day, boolean worked) {}

  private void note(Tx tx, SignedInUser user, TicketId ticket) {
    audit.append(tx, clock.instant(), user.username(), "READ_DEADLINES", ticket.toString(), "");
  }
}
