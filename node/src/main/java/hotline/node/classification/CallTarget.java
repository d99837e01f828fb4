package hotline.node.classification;

/** What sort of place a call is passed on to (TOP-16, TOP-21, EMG-04). */
public enum CallTarget implements Labelled {
  /** Another node of the tree. */
  NODE("其他节点"),
  /** A merged hotline or a utility. */
  LINE("其他热线"),
  /** An expert seat, on site or remote (TOP-24, INT-14). */
  EXPERT("专家座席"),
  EMERGENCY("紧急热线"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  CallTarget(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
