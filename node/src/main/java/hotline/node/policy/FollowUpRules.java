package hotline.node.policy;

import hotline.node.calendar.Limit;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.RedoGround;
import hotline.node.classification.ScreeningGround;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How answers are rated.
 *
 * @param scale what the citizen is asked (RVS-08, RVS-12)
 * @param channels in which ways the citizen is asked (RVS-05, RVS-12)
 * @param silence after which no answer counts as satisfied, null where it never does (SLA-10)
 * @param afterImmediateAnswer whether an answer given at once is followed up as well
 * @param callWhenDissatisfied whether a person must call a dissatisfied citizen before anything
 *     else follows (RVS-07)
 * @param callAttempts after how many calls in vain it goes on without one
 * @param panelBeforeRedo whether the legal panel is heard before a redo (LIF-20)
 * @param linkValid for how long the link to the rating page is good
 * @param redoGrounds the faults for which work is sent back (RVS-09)
 * @param screeningGrounds when a dissatisfied rating is left out of the rate; none where it never
 *     is (RVS-11)
 */
public record FollowUpRules(
    RatingScale scale,
    Set<FollowUpChannel> channels,
    @Nullable RuledLimit silence,
    boolean afterImmediateAnswer,
    boolean callWhenDissatisfied,
    int callAttempts,
    boolean panelBeforeRedo,
    Limit linkValid,
    Set<RedoGround> redoGrounds,
    Set<ScreeningGround> screeningGrounds) {

  public FollowUpRules {
    channels = Set.copyOf(channels);
    redoGrounds = Set.copyOf(redoGrounds);
    screeningGrounds = Set.copyOf(screeningGrounds);
  }
}
