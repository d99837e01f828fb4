package hotline.node.classification;

/** What set a supervision off (SUP-01, SUP-03, SUP-05, SUP-06). */
public enum SupervisionTrigger implements Labelled {
  MANUAL("人工立项"),
  OVERDUE("逾期未办结"),
  REDONE_TOO_OFTEN("多次重办"),
  RETURNED_TOO_OFTEN("多家退单"),
  LOW_RATES("解决率、满意率低"),
  ABNORMAL_EXTENSION("异常延期"),
  IMPROPER_RETURN("不当退单"),
  POOR_QUALITY("办理质量差"),
  UNTRUE_REPLY("信息失实"),
  BUCK_PASSING("推诿扯皮"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  SupervisionTrigger(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether timers find it; the others are for people to judge. */
  public boolean automatic() {
    return switch (this) {
      case OVERDUE,
          REDONE_TOO_OFTEN,
          RETURNED_TOO_OFTEN,
          LOW_RATES,
          ABNORMAL_EXTENSION,
          IMPROPER_RETURN ->
          true;
      case MANUAL, POOR_QUALITY, UNTRUE_REPLY, BUCK_PASSING, UNKNOWN -> false;
    };
  }
}
