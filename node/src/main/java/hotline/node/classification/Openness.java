package hotline.node.classification;

/** To whom a piece of knowledge may be shown (KB-02, SEC-08). */
public enum Openness implements Labelled {
  PUBLIC("公开"),
  INTERNAL("内部"),
  /** A value that only a newer node knows; not to be shown to the public. */
  UNKNOWN("未知");

  private final String label;

  Openness(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
