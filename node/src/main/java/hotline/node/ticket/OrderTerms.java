package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.calendar.WorkingCalendar;
import hotline.node.policy.AssigneeKind;
import hotline.node.policy.HandlingLimit;
import hotline.node.policy.Limits;
import hotline.node.policy.Milestone;
import hotline.node.policy.RuledLimit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sets the clock of an order from the holder's policy. */
final class OrderTerms {

  private OrderTerms() {}

  /**
   * @param received the terms under which the holder got the work itself, null when it is its own
   */
  static Terms of(
      DecisionContext context, Subject subject, AssigneeKind kind, @Nullable Terms received) {
    WorkingCalendar calendar = context.calendar();
    Instant now = context.now();
    Limits limits = context.policy().limits();
    HandlingLimit handling =
        limits.handling(subject.matter(), subject.category(), subject.urgency(), kind);
    RuledLimit returns = limits.returns(subject.category(), subject.urgency(), kind);
    Deadline due = calendar.deadline(now, handling.reply().limit(), handling.reply().rule());
    Deadline latest =
        calendar.deadline(
            now,
            handling.reply().limit().times(1 + context.policy().assignments().extensionFactor()),
            "SLA-08");
    return new Terms(
        now,
        calendar.deadline(now, limits.signFor().limit(), limits.signFor().rule()),
        calendar.deadline(now, returns.limit(), returns.rule()),
        handling.feedback() == null
            ? null
            : calendar.deadline(now, handling.feedback(), handling.reply().rule()),
        received == null ? due : within(received.due(), due, context),
        latest,
        handling.metBy().contains(Milestone.FEEDBACK),
        context.basis());
  }

  /** The node's own answer upward has to be in time as well (XTR-10). */
  private static Deadline within(Deadline received, Deadline due, DecisionContext context) {
    if (received.isPast(context.now())) {
      return due;
    }
    Instant cap =
        context.calendar().minusWorkingTime(received.at(), context.policy().limits().slack());
    Deadline capped =
        cap.isAfter(context.now()) ? new Deadline(cap, "XTR-10", received.provisional()) : received;
    return capped.at().isBefore(due.at()) ? capped : due;
  }
}
