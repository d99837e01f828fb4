package hotline.node.classification;

/** The five grades of a follow-up; the first three pass (RVS-08). */
public enum Satisfaction implements Labelled {
  VERY_SATISFIED("非常满意"),
  SATISFIED("满意"),
  BASICALLY_SATISFIED("基本满意"),
  DISSATISFIED("不满意"),
  VERY_DISSATISFIED("非常不满意"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  Satisfaction(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether the grade closes the ticket (RVS-08). */
  public boolean passes() {
    return this == VERY_SATISFIED || this == SATISFIED || this == BASICALLY_SATISFIED;
  }
}
