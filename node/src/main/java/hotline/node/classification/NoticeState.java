package hotline.node.classification;

/** Where a message to the citizen stands. */
public enum NoticeState implements Labelled {
  PENDING("待发送"),
  SENT("已发送"),
  /** Tried often enough: for a person to look at. */
  FAILED("发送失败"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  NoticeState(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
