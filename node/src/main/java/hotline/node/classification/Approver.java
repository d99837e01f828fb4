package hotline.node.classification;

/** Who signs a request, in the order that the policy gives. */
public enum Approver implements Labelled {
  UNIT_DEPUTY("单位分管领导"),
  UNIT_PRINCIPAL("单位主要领导"),
  PLATFORM("热线平台"),
  OFFICE("领导小组办公室"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  Approver(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
