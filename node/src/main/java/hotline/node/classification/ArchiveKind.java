package hotline.node.classification;

/** The seven kinds of what a ticket's archive holds (SEC-06). */
public enum ArchiveKind implements Labelled {
  RECORDING("通话录音"),
  TICKET_SHEET("转办工单"),
  URGE_SHEET("督（催）办单"),
  URGE_LEDGER("督（催）办台账"),
  LEADER_INSTRUCTION("领导批示"),
  FEEDBACK("反馈信息"),
  SATISFACTION("诉求人满意度"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  ArchiveKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
