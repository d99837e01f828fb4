package hotline.node.classification;

/** What another system may do here. */
public enum ClientKind implements Labelled {
  /** Reports calls and asks where they ring (INT-13). */
  TELEPHONY("话务平台"),
  /** Pushes the tickets that a department handles in its own system (XTR-04). */
  EXCHANGE("双号并行部门系统"),
  /** Brings appeals in: a portal, an app, a robot (INT-02 to INT-06). */
  CHANNEL("受理渠道"),
  /**
   * Works matters out with an emergency number or a public utility, both ways (EMG-01 to EMG-03).
   */
  LINKAGE("紧急热线、公共事业热线平台");

  private final String label;

  ClientKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
