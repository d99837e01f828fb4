package hotline.node.classification;

/** What sort of node of a city it is (TOP-08, TOP-13). */
public enum NodeKind implements Labelled {
  /** A hotline of its own, with its own number, that takes appeals in. */
  CENTER("12345中心"),
  /** A branch that keeps its own number and line, under the center above it. */
  SUB_CENTER("分中心"),
  /** Takes on what is dispatched to it and nothing else: no line, no intake. */
  RECEIVER("承接平台"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  NodeKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
