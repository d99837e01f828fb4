package hotline.node.assessment;

/** Whether a ticket's last rating counts, and why not. */
public enum RatingKind {
  NONE,
  /** By the citizen. */
  GIVEN,
  /** Assumed of silence. */
  BY_SILENCE,
  /** It does not pass and was screened out of the satisfaction rate (RVS-11). */
  SCREENED,
  /** The work was left out of the assessment (LIF-11). */
  EXCLUDED
}
