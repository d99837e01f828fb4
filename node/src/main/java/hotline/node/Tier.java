package hotline.node;

/** Where in the tree a node stands. For people to read: no rule may depend on it. */
public enum Tier {
  PROVINCE("省级"),
  CITY("市级"),
  DISTRICT("县（区）级"),
  SUB_CENTER("分中心");

  private final String label;

  Tier(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
