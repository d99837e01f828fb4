package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.calendar.WorkingCalendar;
import hotline.node.classification.HandlingRole;
import hotline.node.policy.RuledLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which deadlines are running for a ticket or an assignment, and when to warn of them. Pure. */
public final class Deadlines {

  private static final Duration DAY = Duration.ofDays(1);

  private Deadlines() {}

  /** Those that the owner of the ticket watches over. */
  public static List<Running> running(Ticket ticket, DecisionContext context) {
    List<Running> running = new ArrayList<>();
    CitizenClock clock = ticket.clock();
    Instant accepted = clock.acceptedAt();
    Deadline dispatchBy = clock.dispatchBy();
    Deadline due = clock.due();
    TicketState state = ticket.state();
    if (accepted != null
        && dispatchBy != null
        && state == TicketState.ACCEPTED
        && ticket.orders().all().isEmpty()) {
      running.add(new Running(Watch.DISPATCH, null, accepted, dispatchBy));
    }
    boolean unanswered =
        state == TicketState.ACCEPTED
            || state == TicketState.IN_HANDLING
            || state == TicketState.IN_REVIEW;
    if (accepted != null && due != null && unanswered && !fedBack(ticket)) {
      running.add(new Running(Watch.ANSWER, null, accepted, due));
    }
    addReviews(running, ticket.orders(), context);
    return running;
  }

  /** Those that the node which carries the assignment out watches over. */
  public static List<Running> running(Assignment assignment, DecisionContext context) {
    List<Running> running = new ArrayList<>();
    Terms terms = assignment.terms();
    Instant from = terms.dispatchedAt();
    boolean fedBack = terms.feedbackAt(assignment.handling()).isPresent();
    boolean open =
        assignment.state() == AssignmentState.AWAITING_SIGN_FOR
            || assignment.state() == AssignmentState.IN_HANDLING;
    if (assignment.state() == AssignmentState.AWAITING_SIGN_FOR) {
      running.add(new Running(Watch.SIGN_FOR, null, from, terms.signForDue()));
    }
    if (open && contactOwed(assignment, context)) {
      running.add(new Running(Watch.CONTACT, null, from, terms.signForDue()));
    }
    Deadline feedbackBy = terms.feedbackBy();
    if (open && feedbackBy != null && !fedBack) {
      running.add(new Running(Watch.FEEDBACK, null, from, feedbackBy));
    }
    if (open && !(terms.feedbackMeets(assignment.handling()) && fedBack)) {
      running.add(new Running(Watch.REPLY, null, from, terms.due()));
    }
    Plan plan = assignment.handling().plan();
    if (plan != null && assignment.state() == AssignmentState.IN_HANDLING) {
      plan.next()
          .map(step -> context.calendar().endOf(step.day(), "RVS-18"))
          .ifPresent(by -> running.add(new Running(Watch.PLAN_STEP, null, plan.at(), by)));
    }
    addReviews(running, assignment.orders(), context);
    return running;
  }

  /** A lead unit gets in touch with the citizen within the limit for the sign-for (LIF-01). */
  private static boolean contactOwed(Assignment assignment, DecisionContext context) {
    return context.policy().assignments().replyNeedsContact()
        && !assignment.receivedByNode()
        && assignment.charge().role() == HandlingRole.LEAD
        && assignment.subject().requesterReachable()
        && assignment.handling().reachedSince(assignment.terms().dispatchedAt()).isEmpty();
  }

  /**
   * From when on a deadline counts as nearly due: when no more than the policy's share of it is
   * left. Limits of a day and more are measured in working time, shorter ones by the clock.
   */
  public static Instant nearlyDue(Running running, DecisionContext context) {
    WorkingCalendar calendar = context.calendar();
    Instant from = running.from();
    Instant until = running.deadline().at();
    int share = context.policy().limits().nearlyDue();
    Duration whole = Duration.between(from, until);
    if (whole.compareTo(DAY) >= 0) {
      Duration left = share(calendar.workingTimeBetween(from, until), share);
      return left.isZero() ? until : calendar.minusWorkingTime(until, left);
    }
    return whole.isNegative() ? until : until.minus(share(whole, share));
  }

  /** Whether somebody has spoken with the citizen already, where that is enough. */
  public static boolean fedBack(Ticket ticket) {
    return ticket.clock().feedbackSuffices()
        && ticket.orders().all().stream()
            .map(order -> order.handling().firstFeedbackAt())
            .anyMatch(Optional::isPresent);
  }

  /** Returns that wait for the holder's decision (LIF-07). */
  private static void addReviews(List<Running> running, Orders orders, DecisionContext context) {
    RuledLimit limit = context.policy().limits().returnReview();
    if (limit == null) {
      return;
    }
    for (Order order : orders.all()) {
      ReturnRequest request = order.handling().returnRequest();
      if (order.returnPending() && request != null) {
        Deadline by = context.calendar().deadline(request.at(), limit.limit(), limit.rule());
        running.add(new Running(Watch.RETURN_REVIEW, order.assignment(), request.at(), by));
      }
    }
  }

  private static Duration share(Duration whole, int percent) {
    return whole.multipliedBy(percent).dividedBy(100);
  }
}
