package hotline.node.work;

import hotline.node.calendar.Calendars;
import hotline.node.calendar.WorkingCalendar;
import hotline.node.policy.Basis;
import hotline.node.policy.Policies;
import hotline.node.policy.Policy;
import hotline.node.ticket.Actor;
import hotline.node.ticket.DecisionContext;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what and as whom this node decides. */
public final class Rules {

  private final Policies policies;
  private final Calendars calendars;
  private final NodeRef self;
  private final Optional<NodeRef> parent;
  private final Clock clock;

  public Rules(
      Policies policies, Calendars calendars, NodeRef self, Optional<NodeRef> parent, Clock clock) {
    this.policies = policies;
    this.calendars = calendars;
    this.self = self;
    this.parent = parent;
    this.clock = clock;
  }

  public NodeRef self() {
    return self;
  }

  public Optional<NodeRef> parent() {
    return parent;
  }

  /** The day of a moment where this node is. */
  public LocalDate dayOf(Instant moment) {
    return calendar(policy(moment)).dayOf(moment);
  }

  /** The policy in force now: for what is no ticket's. */
  public Policy policy() {
    return policy(clock.instant());
  }

  /** Its calendar. */
  public WorkingCalendar calendar() {
    return calendar(policy());
  }

  /** The policy for what is accepted at this moment. */
  public Policy policy(Instant moment) {
    return policies.at(moment);
  }

  /**
   * This node's policy that a ticket is judged by: the version that was in force at its acceptance,
   * also when another node accepted it.
   */
  public Policy policy(Ticket ticket, Instant now) {
    Basis basis = ticket.clock().basis();
    if (basis != null && ticket.owner().code().equals(self.code())) {
      Optional<Policy> version = policies.version(basis.policy().version());
      if (version.isPresent()) {
        return version.get();
      }
    }
    Instant accepted = ticket.clock().acceptedAt();
    return policies.at(accepted == null ? now : accepted);
  }

  /** The policy's working hours over the holidays as they are known now. */
  public WorkingCalendar calendar(Policy policy) {
    return new WorkingCalendar(policy.workingHours(), calendars.current());
  }

  /**
   * What a decision may know.
   *
   * @param ticket which it is about; null when it is not there yet
   */
  public DecisionContext context(Actor actor, Instant now, @Nullable Ticket ticket) {
    Policy policy = ticket == null ? policy(now) : policy(ticket, now);
    return new DecisionContext(policy, calendar(policy), now, actor, self, parent.orElse(null));
  }
}
