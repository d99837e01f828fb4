package hotline.node.classification;

/** What a record is about, in the words of the full-volume rule (XTR-03). */
public enum RecordKind implements Labelled {
  INTAKE("受理信息"),
  TICKET("工单记录"),
  FOLLOW_UP("回访评价"),
  CALL("话务记录"),
  SUPERVISION("督办记录"),
  KNOWLEDGE("知识条目"),
  LINE("热线号码"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  RecordKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
