package hotline.node.classification;

/** What the hotline was abused by (ABU-01). */
public enum AbuseGround implements Labelled {
  REPEATED_USE("无正当理由重复使用"),
  LONG_OCCUPATION("长时间占用热线资源"),
  DISTURBANCE("扰乱热线秩序"),
  HARASSMENT("骚扰、侮辱、威胁工作人员"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  AbuseGround(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
