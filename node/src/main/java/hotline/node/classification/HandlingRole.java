package hotline.node.classification;

/** Whether an assignee leads a matter or helps with it (DSP-02). */
public enum HandlingRole implements Labelled {
  LEAD("主办"),
  CO("协办"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  HandlingRole(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
