package hotline.node.classification;

/**
 * How pressing and how hard an appeal is; with the category it drives the limits (CLS-03, CLS-05).
 */
public enum Urgency implements Labelled {
  GENERAL("一般"),
  /**
   * Outages, pollution, disasters: anything that endangers life or seriously disturbs it (CLS-05).
   */
  URGENT("紧急"),
  LIVELIHOOD("基本生活保障"),
  COMPLEX("复杂疑难"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  Urgency(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
