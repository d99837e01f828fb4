package hotline.node.classification;

/** To whom abuse is handed over (ABU-02). */
public enum HandOverBody implements Labelled {
  /** Suspected breach of public order. */
  POLICE("公安机关"),
  /** Suspected crime. */
  JUDICIARY("司法机关"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  HandOverBody(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
