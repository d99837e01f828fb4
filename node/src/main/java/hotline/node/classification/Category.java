package hotline.node.classification;

/** What kind of appeal it is: the seven types (CLS-01). */
public enum Category implements Labelled {
  CONSULTATION("咨询"),
  HELP("求助"),
  COMPLAINT("投诉"),
  REPORT("举报"),
  SUGGESTION("建议"),
  PRAISE("致谢"),
  OTHER("其他"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  Category(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
