package hotline.node.classification;

/** Faults of the unit for which work is sent back after a follow-up (RVS-09). */
public enum RedoGround implements Labelled {
  NOT_DILIGENT("未履职尽责"),
  UNTRUE_REPLY("答复失实"),
  EVASIVE_REPLY("避重就轻"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  RedoGround(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
