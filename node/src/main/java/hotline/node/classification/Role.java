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
  /** Signs for his unit (LIF-10). */
  UNIT_DEPUTY("单位分管领导"),
  /** Signs for his unit (LIF-11). */
  UNIT_PRINCIPAL("单位主要领导"),
  /** The office of the leading group above the platform (TOP-32). */
  OFFICE("领导小组办公室"),
  /** Answers enterprises about policy (INT-12). */
  POLICY_SPECIALIST("政策专员"),
  /** Looks at figures, and at tickets without personal data. */
  LEADER("领导"),
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
