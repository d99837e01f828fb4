package hotline.node.classification;

/** What came of contacting the citizen. */
public enum ContactResult implements Labelled {
  REACHED("已联系上"),
  UNREACHED("未联系上"),
  /** Reached, but material that is needed was refused (ACC-14). */
  WITHHELD("拒绝提供材料"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  ContactResult(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
