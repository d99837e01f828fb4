package hotline.node.classification;

/** What a user of a node may be; one user can be several. */
public enum Role implements Labelled {
  CALL_TAKER("话务员"),
  DISPATCHER("派单员"),
  REVIEWER("审核员"),
  FOLLOW_UP("回访员"),
  SUPERVISOR("督办员"),
  UNIT_HANDLER("承办单位经办人"),
  /** Looks through the records of who read what (SEC-03). */
  AUDITOR("审计员"),
  /** The legal panel that judges what citizens are dissatisfied with (LIF-20). */
  LEGAL_COUNSEL("法律顾问"),
  ADMIN("管理员");

  private final String label;

  Role(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
