package hotline.node.policy;

/** What the citizen is asked. */
public enum RatingScale {
  /** One of five grades, the first three of which pass (RVS-08). */
  FIVE_GRADES,
  /** Satisfied or not, solved or not: two questions (RVS-12). */
  TWO_QUESTIONS
}
