package hotline.node.policy;

import hotline.node.classification.RedoGround;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How answers are rated.
 *
 * @param silence after which no answer counts as satisfied, null where it never does (SLA-10)
 * @param afterImmediateAnswer whether an answer given at once is followed up as well
 * @param redoGrounds the faults for which work is sent back (RVS-09)
 */
public record FollowUpRules(
    @Nullable RuledLimit silence, boolean afterImmediateAnswer, Set<RedoGround> redoGrounds) {

  public FollowUpRules {
    redoGrounds = Set.copyOf(redoGrounds);
  }
}
