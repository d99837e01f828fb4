package hotline.node.classification;

/**
 * By what means a supervision presses, in the words of the cities (SUP-02, SUP-04, SUP-06, SUP-07).
 */
public enum SupervisionTool implements Labelled {
  /** The written one. */
  NOTICE("督办通知（单）"),
  COORDINATION("专题协调"),
  INTERVIEW("约谈提醒"),
  /** Tells all; nobody owes an explanation. */
  CIRCULAR("情况通报"),
  MEETING("会议督办"),
  ON_SITE("现场督办"),
  PERIODIC("定期督办"),
  /** With other bodies (SUP-03, SUP-06). */
  JOINT("联合督办"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  SupervisionTool(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether it consists in people coming together, so that it cannot end before they have. */
  public boolean needsSession() {
    return switch (this) {
      case COORDINATION, INTERVIEW, MEETING, ON_SITE -> true;
      case NOTICE, CIRCULAR, PERIODIC, JOINT, UNKNOWN -> false;
    };
  }

  /** Whether the one who is supervised owes an explanation (SUP-01). */
  public boolean demandsExplanation() {
    return this != CIRCULAR;
  }
}
