package hotline.node.policy;

import hotline.node.classification.RefusalGround;
import java.util.Set;

/**
 * What is accepted.
 *
 * @param anonymousAllowed whether a requester may withhold who they are (ACC-13)
 * @param refuseDuplicates whether the same person's same matter is refused while in handling
 *     (ACC-10)
 */
public record IntakeRules(
    Set<IntakeElement> required,
    boolean anonymousAllowed,
    boolean refuseDuplicates,
    Set<RefusalGround> refusalGrounds) {

  public IntakeRules {
    required = Set.copyOf(required);
    refusalGrounds = Set.copyOf(refusalGrounds);
  }
}
