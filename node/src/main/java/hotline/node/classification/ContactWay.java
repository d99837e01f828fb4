package hotline.node.classification;

/** How the citizen was contacted. */
public enum ContactWay implements Labelled {
  CALL("电话"),
  /** In person, where the citizen is (LIF-16). */
  VISIT("上门"),
  OTHER("其他方式"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  ContactWay(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
