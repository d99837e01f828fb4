package hotline.node.classification;

/** How far a matter has come that was handed to or by another hotline (EMG-01). */
public enum HandoverState implements Labelled {
  /** The other side has not said anything yet. */
  WAITING("待对方接收"),
  /** It did not get there, or was turned down: somebody here has to see to it. */
  FAILED("移送失败"),
  TAKEN("已接收"),
  /** The other side has said what became of it. */
  ANSWERED("已反馈");

  private final String label;

  HandoverState(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
