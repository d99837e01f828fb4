package hotline.node.classification;

/** Who called whom. */
public enum CallDirection implements Labelled {
  INBOUND("呼入"),
  OUTBOUND("呼出"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  CallDirection(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
