package hotline.node.classification;

/** The cases in which a dissatisfied rating is left out of the rate (RVS-11). */
public enum ScreeningGround implements Labelled {
  SUGGESTION("建议类诉求"),
  LAWFUL_PROCEDURE("行政调解、执法办案类已尽职"),
  NO_BASIS_EXPLAINED("无政策法律支撑或短期无法实现且已详细解释"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  ScreeningGround(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
