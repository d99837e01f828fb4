package hotline.node.policy;

import hotline.node.classification.Approver;
import hotline.node.classification.RequestNeed;
import java.util.List;
import java.util.Set;

/**
 * What one kind of request needs, and who approves it, one after the other.
 *
 * @param needs what has to be there before it can be made
 * @param atUnit who signs inside a handling unit, before the holder of the order has to say
 *     anything; skipped for work that a node was given as a whole
 * @param atHolder who decides at the node that placed the order; where empty, the last one at the
 *     unit decides
 * @param attempts how often the citizen must have been tried to be reached, for {@link
 *     RequestNeed#ATTEMPTS}
 * @param rule what it follows from
 */
public record RequestRule(
    Set<RequestNeed> needs,
    List<Approver> atUnit,
    List<Approver> atHolder,
    int attempts,
    String rule) {

  public RequestRule {
    needs = Set.copyOf(needs);
    atUnit = List.copyOf(atUnit);
    atHolder = List.copyOf(atHolder);
  }
}
