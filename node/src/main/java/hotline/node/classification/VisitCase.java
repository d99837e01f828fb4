package hotline.node.classification;

/** When a visit is a must before things go on (LIF-17), besides the requests that need one. */
public enum VisitCase implements Labelled {
  /** Before a suggestion is replied to (LIF-12). */
  SUGGESTION("建议意见上门谈"),
  /** Before a dissatisfied ticket is sent back or explained (RVS-14). */
  DISSATISFIED("办结但不满意上门了解原因"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  VisitCase(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
