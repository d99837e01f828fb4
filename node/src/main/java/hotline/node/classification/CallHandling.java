package hotline.node.classification;

/** How a live call was dealt with (INT-13). */
public enum CallHandling implements Labelled {
  /** Not yet: it rings, waits or is being talked on. */
  OPEN("进行中"),
  ANSWERED("直接解答"),
  TICKET("形成工单"),
  TRANSFERRED("呼叫转接"),
  THREE_PARTY("三方通话"),
  EXPERT("专家座席解答"),
  ABANDONED("未接通"),
  TRANSFER_FAILED("转接失败"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  CallHandling(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
