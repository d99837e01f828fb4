package hotline.node.policy;

import hotline.node.classification.Urgency;
import java.util.Set;

/**
 * What assignees owe.
 *
 * @param deemedSignFor whether silence until the sign-for limit counts as signed for (LIF-02)
 * @param lateReturnAllowed whether a return after its limit is still taken, as overdue (LIF-06)
 * @param extensionFactor the longest extension as a multiple of the original limit; 0 forbids
 *     extensions (LIF-09, SLA-08)
 * @param replyNeedsContact whether a unit must have spoken with a reachable citizen (RVS-01)
 * @param planFor what is so hard that it gets more time only with a plan (RVS-18)
 */
public record AssignmentRules(
    boolean deemedSignFor,
    boolean lateReturnAllowed,
    int extensionFactor,
    boolean replyNeedsContact,
    Set<Urgency> planFor) {

  public AssignmentRules {
    planFor = Set.copyOf(planFor);
  }
}
