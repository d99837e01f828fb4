package hotline.node.classification;

/** Why somebody is owed a call. */
public enum CallBackCause implements Labelled {
  MISSED("未接来电"),
  BUSY("占线或故障"),
  TRANSFER_FAILED("转接失败"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  CallBackCause(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
