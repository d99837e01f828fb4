package hotline.node.classification;

/** How a hotline number was merged with 12345 (TOP-01, TOP-18 to TOP-22). */
public enum MergeMode implements Labelled {
  /** Not merged yet. */
  INDEPENDENT("未归并", Number.OWN_DESK),
  /** TOP-03: the number goes, 12345 answers everything. */
  WHOLE_MERGE("整体并入", Number.GIVEN_UP),
  /** TOP-05, TOP-06: the number stays beside 12345, the department handles in its own system. */
  DUAL_NUMBER("双号并行", Number.OWN_DESK),
  /** TOP-08: the hotline is a node of its own under 12345. */
  SUB_CENTER("设分中心", Number.OWN_DESK),
  /** TOP-18: the number stays for callers, and rings at 12345. */
  SPECIAL_SERVICE("特服号并网", Number.FORWARDED),
  /** TOP-19: not withdrawn for now, its people sit in a zone of the centre. */
  ON_SITE_ZONE("进驻专区", Number.OWN_DESK),
  /** TOP-20: forwarded on trial, then given up. */
  TRIAL_INTEGRATION("直接整合", Number.GIVEN_UP),
  /** TOP-21: the number stays, 12345 brings its people in by a call of three. */
  PARALLEL("并联转接", Number.OWN_DESK),
  /** TOP-22: no number at all but a way in. */
  CHANNEL("渠道接入", Number.FORWARDED),
  /** A value that only a newer node knows. */
  UNKNOWN("未知", Number.OWN_DESK);

  /** What becomes of the number. */
  public enum Number {
    /** It rings where it always rang. */
    OWN_DESK,
    /** It can be dialled and rings at 12345. */
    FORWARDED,
    /** After the transition it is no hotline any more. */
    GIVEN_UP
  }

  private final String label;
  private final Number number;

  MergeMode(String label, Number number) {
    this.label = label;
    this.number = number;
  }

  @Override
  public String label() {
    return label;
  }

  public Number number() {
    return number;
  }

  /** Whether a department goes on handling what comes in, so that it must be known which. */
  public boolean needsDepartment() {
    return this == DUAL_NUMBER || this == ON_SITE_ZONE || this == PARALLEL;
  }
}
