package hotline.node.classification;

/** The five cases in which a unit or somebody there is held accountable (SUP-08). */
public enum AccountabilityGround implements Labelled {
  PERFUNCTORY("敷衍推诿、不为慢为乱为"),
  MISHANDLED("处置不当或回复不实"),
  INDIFFERENT("漠视群众利益、不认真履职"),
  /** SEC-05 */
  LEAK("违反保密规定或泄露信息"),
  OTHER("其他应当追责的情形"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  AccountabilityGround(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
