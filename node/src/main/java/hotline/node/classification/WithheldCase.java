package hotline.node.classification;

/** When information that is withheld is a ground to refuse (ACC-13). */
public enum WithheldCase implements Labelled {
  OWN_HISTORY("查询个人历史诉求处理进度及结果"),
  CONTACT_NEEDED("纠纷调解、侵权等须联系核实"),
  EVIDENCE_REQUIRED("依法须举证"),
  PERSONAL_INFORMATION_REQUIRED("需提供个人信息方可受理"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  WithheldCase(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
