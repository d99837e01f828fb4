package hotline.node.classification;

/** Whether what is asked for can reasonably be asked for (CLS-10, ACC-15). */
public enum Merit implements Labelled {
  UNJUDGED("未判定"),
  REASONABLE("合理诉求"),
  UNREASONABLE("不合理诉求"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  Merit(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
