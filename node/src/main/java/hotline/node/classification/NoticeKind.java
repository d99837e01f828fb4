package hotline.node.classification;

/** What the platform tells the citizen, and when. */
public enum NoticeKind implements Labelled {
  ACCEPTED("受理告知"),
  REFUSED("不予受理告知"),
  /** RVS-17 */
  PROGRESS("进度告知"),
  /** RVS-02 */
  ANSWERED("办理结果"),
  /** RVS-10 */
  EXPLAINED("解释说明"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  NoticeKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
