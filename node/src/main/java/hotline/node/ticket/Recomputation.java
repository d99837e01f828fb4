package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.policy.AssigneeKind;
import hotline.node.policy.HandlingLimit;
import hotline.node.policy.Limits;
import hotline.node.policy.RuledLimit;
import hotline.node.ticket.TicketEvent.ClockRecomputed;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sets deadlines anew that ran into a year whose calendar was not known, by the calendar as it is
 * now and the policy that they were set by. What was certain stays as it is.
 */
final class Recomputation {

  private final DecisionContext context;

  Recomputation(DecisionContext context) {
    this.context = context;
  }

  /** The ticket's own clock; nothing when none of it was provisional. */
  Changes<TicketEvent> clock(Ticket ticket) {
    Changes<TicketEvent> changes = new Changes<>();
    CitizenClock clock = ticket.clock();
    Instant accepted = clock.acceptedAt();
    if (accepted == null || !(provisional(clock.dispatchBy()) || provisional(clock.due()))) {
      return changes;
    }
    Limits limits = context.policy().limits();
    HandlingLimit handling =
        limits.handling(
            ticket.appeal().matterCode(),
            ticket.appeal().category(),
            ticket.appeal().urgency(),
            AssigneeKind.UNIT);
    CitizenClock fresh =
        new CitizenClock(
            clock.registeredAt(),
            accepted,
            anew(
                clock.dispatchBy(),
                accepted,
                TicketIntake.dispatchLimit(context.policy(), ticket.appeal())),
            anew(clock.due(), accepted, handling.reply()),
            clock.feedbackSuffices(),
            context.basis());
    return clock.equals(fresh) ? changes : changes.event(new ClockRecomputed(clock, fresh));
  }

  /** The orders that are still out; their assignees are told. */
  Changes<OrderEvent> orders(Holder holder) {
    Changes<OrderEvent> changes = new Changes<>();
    for (Order order : holder.orders().live()) {
      Terms before = order.terms();
      if (!anyProvisional(before)) {
        continue;
      }
      Terms after = anew(order, holder);
      if (!after.equals(before)) {
        changes.event(new OrderEvent.TermsRecomputed(order.assignment(), before, after));
        changes.effect(
            OrderPlacement.instruct(
                order, new Instruction.TermsRecomputed(after, context.now()), context));
      }
    }
    return changes;
  }

  private Terms anew(Order order, Holder holder) {
    Terms before = order.terms();
    Terms fresh =
        OrderTerms.of(
            context.at(before.dispatchedAt()),
            holder.subject(),
            OrderPlacement.kindOf(order.assignee(), context),
            holder.received());
    Deadline due = fresh.due();
    for (Request request : order.handling().requests()) {
      Deadline until = request.until();
      if (until != null && request.granted() && request.round() == order.round()) {
        due = moved(due, request, until);
      }
    }
    return fresh.due(due);
  }

  /** So many working days more, or until the day that was agreed (LIF-10), which stays. */
  private Deadline moved(Deadline due, Request request, Deadline until) {
    Deadline later =
        request.workingDays() > 0
            ? context.calendar().extend(due, request.workingDays(), until.rule())
            : until;
    return later.at().isAfter(due.at()) ? later : due;
  }

  private @Nullable Deadline anew(@Nullable Deadline deadline, Instant from, RuledLimit limit) {
    return provisional(deadline)
        ? context.calendar().deadline(from, limit.limit(), Objects.requireNonNull(deadline).rule())
        : deadline;
  }

  private static boolean anyProvisional(Terms terms) {
    return provisional(terms.signForDue())
        || provisional(terms.returnBy())
        || provisional(terms.feedbackBy())
        || provisional(terms.due())
        || provisional(terms.latestDue());
  }

  private static boolean provisional(@Nullable Deadline deadline) {
    return deadline != null && deadline.provisional();
  }
}
