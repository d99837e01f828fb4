package hotline.node.work;

import hotline.node.calendar.WorkingCalendar;
import hotline.node.policy.Policy;
import hotline.node.ticket.Actor;
import hotline.node.ticket.DecisionContext;
import hotline.node.ticket.NodeRef;
import java.time.Instant;
import java.util.Optional;

/** By what and as whom this node decides. */
public final class Rules {

  private final Policy policy;
  private final WorkingCalendar calendar;
  private final NodeRef self;
  private final Optional<NodeRef> parent;

  public Rules(Policy policy, WorkingCalendar calendar, NodeRef self, Optional<NodeRef> parent) {
    this.policy = policy;
    this.calendar = calendar;
    this.self = self;
    this.parent = parent;
  }

  public NodeRef self() {
    return self;
  }

  public Optional<NodeRef> parent() {
    return parent;
  }

  public WorkingCalendar calendar() {
    return calendar;
  }

  public Policy policy() {
    return policy;
  }

  DecisionContext context(Actor actor, Instant now) {
    return new DecisionContext(policy, calendar, now, actor, self, parent.orElse(null));
  }
}
