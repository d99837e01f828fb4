package hotline.node.ticket;

import hotline.node.calendar.WorkingCalendar;
import hotline.node.policy.Basis;
import hotline.node.policy.Policy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision may know besides the aggregate and the command.
 *
 * @param policy of the node that decides, in force for the ticket
 * @param self the node that decides
 * @param parent null at the root
 */
public record DecisionContext(
    Policy policy,
    WorkingCalendar calendar,
    Instant now,
    Actor actor,
    NodeRef self,
    @Nullable NodeRef parent) {

  public DecisionContext {
    now = now.truncatedTo(ChronoUnit.MICROS);
  }

  /** By what deadlines are set in this decision. */
  Basis basis() {
    return new Basis(policy.ref(), calendar.version());
  }

  /** The same context at another moment: how something that happened then is judged. */
  DecisionContext at(Instant moment) {
    return new DecisionContext(policy, calendar, moment, actor, self, parent);
  }
}
