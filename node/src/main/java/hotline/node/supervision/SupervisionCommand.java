package hotline.node.supervision;

import hotline.node.classification.AccountabilityGround;
import org.jspecify.annotations.Nullable;

/** What can be asked of a supervision that has been issued. */
public sealed interface SupervisionCommand {

  /** The one who is supervised explains (SUP-01). */
  record Explain(String text) implements SupervisionCommand {}

  /** The supervisor accepts the explanation or wants a better one. */
  record JudgeExplanation(boolean accept, @Nullable String opinion) implements SupervisionCommand {}

  /** The coordination, interview, meeting or visit took place. */
  record NoteSession(String participants, String conclusion) implements SupervisionCommand {}

  /** Another body supervises as well (SUP-03, SUP-06). */
  record JoinBody(String body) implements SupervisionCommand {}

  /** Somebody is held accountable (SUP-08). */
  record HoldAccountable(
      AccountabilityGround ground, @Nullable String person, String finding, String measure)
      implements SupervisionCommand {}

  /** Brings it to the attention of the node above. */
  record EscalateSupervision(String reason) implements SupervisionCommand {}

  /** What was demanded has been done. */
  record CloseSupervision(String conclusion) implements SupervisionCommand {}

  /** It was issued in error, or there is no cause for it any more. */
  record LiftSupervision(String reason) implements SupervisionCommand {}
}
