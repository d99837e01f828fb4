package hotline.node.classification;

/** Where a supervision stands. */
public enum SupervisionState implements Labelled {
  /** An explanation is owed, or the tool is yet to be used. */
  ISSUED("待说明"),
  EXPLAINED("说明待审"),
  ACCEPTED("说明已认可"),
  CLOSED("已办结"),
  LIFTED("已解除"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  SupervisionState(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  public boolean over() {
    return this == CLOSED || this == LIFTED;
  }
}
