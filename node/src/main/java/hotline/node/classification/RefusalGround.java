package hotline.node.classification;

/** Why an appeal is not accepted (QY 17条; ACC-01 to ACC-13). */
public enum RefusalGround implements Labelled {
  /** ACC-01 */
  OUT_OF_TERRITORY("不属本行政管辖范围"),
  /** ACC-02 */
  LEGAL_PROCEDURE("须经或已进入诉讼、仲裁、纪检监察、行政复议、政府信息公开、信访等程序"),
  /** ACC-03, ACC-04 */
  SECRET_OR_PRIVACY("涉及国家秘密、商业秘密、个人隐私"),
  /** ACC-05 */
  EMERGENCY_SERVICE("属110、119、120、122等紧急热线受理范围"),
  /** ACC-07 */
  ABUSIVE("恶意侮辱、诽谤他人或违反公序良俗"),
  /** ACC-07 */
  ALREADY_CONCLUDED("已依法依规办结，仍以同一事实和理由重复提出"),
  /** ACC-09 */
  VAGUE("诉求不清、无具体内容或责任主体不明"),
  /** ACC-10 */
  DUPLICATE_IN_HANDLING("同一诉求人同一事项已转办且在办理期限内"),
  /** ACC-13 */
  INFORMATION_WITHHELD("诉求人拒绝提供必要信息"),
  /** ACC-11 */
  OTHER_STATUTORY("法律法规规定的其他情形"),
  /** ACC-03: only what has entered such a procedure already. */
  PROCEDURE_ENTERED("已进入诉讼、仲裁、复议、信访等程序"),
  /** ACC-06 */
  MILITARY("军队、武警管辖的事项"),
  /** ACC-08 */
  UNLAWFUL_OR_IMMORAL("违反法律法规和社会公德"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  RefusalGround(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
