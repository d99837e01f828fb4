package hotline.node.classification;

/** The two ways of pressing for an answer, kept apart in the records (SUP-10). */
public enum UrgeKind implements Labelled {
  REMINDER("催办"),
  SUPERVISION("督办"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  UrgeKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
