package hotline.node.assessment;

import hotline.node.classification.Category;
import hotline.node.classification.RatingSource;
import hotline.node.classification.Satisfaction;
import hotline.node.ticket.Assignee;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.OrderState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one order that assessments count (ASM-16), as its assigner knows them.
 *
 * @param assigner code of the node that dispatched it
 * @param course when what was due and done
 * @param returned approved: it leaves the assignee's volume (LIF-08)
 * @param lateReturnAt when a return was asked for after its limit: overdue in that month (LIF-06);
 *     null when none was
 * @param contactOwed whether the assignee itself has to contact the citizen (LIF-01)
 * @param extensions granted; {@code extensionsAsked} counts the others too
 * @param rating null where nobody has rated it, and for co-handlers
 * @param excluded left out of the assessment (LIF-11)
 */
public record AssessmentItem(
    AssignmentId assignment,
    String assigner,
    Assignee assignee,
    boolean lead,
    Category category,
    OrderState state,
    int round,
    Course course,
    boolean returned,
    boolean returnDeclined,
    @Nullable Instant lateReturnAt,
    boolean contactOwed,
    int extensions,
    int extensionsAsked,
    int reminders,
    int supervisions,
    @Nullable Rating rating,
    boolean excluded) {

  /**
   * @param contactedAt when the citizen was first reached in this round (LIF-03)
   * @param firstFeedbackAt the first sign of handling, {@code closedAt} the end: Q-09 needs both
   * @param metAt when {@code dueAt} was satisfied, by whichever of them the rules name
   * @param metByFeedback whether a feedback satisfies it
   */
  public record Course(
      Instant dispatchedAt,
      Instant signDueAt,
      @Nullable Instant signedAt,
      Instant dueAt,
      @Nullable Instant contactedAt,
      @Nullable Instant firstFeedbackAt,
      @Nullable Instant repliedAt,
      @Nullable Instant metAt,
      boolean metByFeedback,
      @Nullable Instant closedAt) {}

  /**
   * First and final rating of what this assignee did.
   *
   * @param source whether the final one was given or assumed
   * @param screened left out of the rate because it does not pass (RVS-11, Q-08)
   */
  public record Rating(
      Satisfaction first,
      boolean firstSolved,
      Satisfaction last,
      boolean lastSolved,
      RatingSource source,
      boolean screened) {}
}
