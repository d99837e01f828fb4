package hotline.node.classification;

/** How far a call that is owed has come. */
public enum CallBackState implements Labelled {
  OPEN("待回拨"),
  TAKEN("回拨中"),
  DONE("已回拨"),
  GIVEN_UP("无法联系"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  CallBackState(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
