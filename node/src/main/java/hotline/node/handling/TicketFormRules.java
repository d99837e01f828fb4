package hotline.node.handling;

import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.RedoGround;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.ScreeningGround;
import hotline.node.policy.FollowUpRules;
import hotline.node.policy.Policy;
import hotline.node.policy.RatingScale;
import hotline.node.ticket.FollowUpCall;
import hotline.node.ticket.FollowUps;
import hotline.node.ticket.Ticket;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the rules leave to choose about a ticket, and what they want first.
 *
 * @param channels in which ways it may be followed up
 * @param grades that a rating may have
 * @param redoGrounds for which work may be sent back (RVS-09)
 * @param screeningGrounds for which a rating may be left out; none where that is not provided for
 * @param callFirst whether a dissatisfied citizen has still to be called before anything follows
 *     (RVS-07)
 * @param callsMade in this round
 * @param callsWanted after how many calls in vain it goes on
 * @param panelFirst whether the legal panel has still to be heard before a redo (LIF-20)
 * @param meetingOpen whether a joint meeting has still to decide
 */
@Serdeable
record TicketFormRules(
    Set<RefusalGround> refusalGrounds,
    List<FollowUpChannel> channels,
    List<Satisfaction> grades,
    Set<RedoGround> redoGrounds,
    Set<ScreeningGround> screeningGrounds,
    boolean callFirst,
    int callsMade,
    int callsWanted,
    boolean panelFirst,
    boolean meetingOpen) {

  static TicketFormRules of(Policy policy, Ticket ticket) {
    FollowUpRules rules = policy.followUp();
    FollowUps followUps = ticket.followUps();
    List<FollowUpCall> calls =
        followUps.calls().stream().filter(call -> call.round() == followUps.round()).toList();
    boolean heard =
        calls.stream().anyMatch(FollowUpCall::reached)
            || calls.size() >= rules.callAttempts()
            || followUps
                .ofThisRound()
                .filter(rating -> rating.channel() == FollowUpChannel.CALL)
                .isPresent();
    boolean dissatisfied = followUps.dissatisfied();
    return new TicketFormRules(
        policy.intake().refusalGrounds(),
        rules.channels().stream().filter(c -> c != FollowUpChannel.SILENCE).sorted().toList(),
        grades(rules),
        rules.redoGrounds(),
        rules.screeningGrounds(),
        dissatisfied && rules.callWhenDissatisfied() && ticket.requester().reachable() && !heard,
        calls.size(),
        rules.callAttempts(),
        dissatisfied && rules.panelBeforeRedo() && followUps.panelOfThisRound().isEmpty(),
        ticket.orders().openMeeting().isPresent());
  }

  private static List<Satisfaction> grades(FollowUpRules rules) {
    return rules.scale() == RatingScale.FIVE_GRADES
        ? Arrays.stream(Satisfaction.values()).filter(Satisfaction::known).toList()
        : List.copyOf(EnumSet.of(Satisfaction.SATISFIED, Satisfaction.DISSATISFIED));
  }
}
