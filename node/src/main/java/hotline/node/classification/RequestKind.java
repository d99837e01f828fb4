package hotline.node.classification;

/**
 * What an assignee can ask for besides giving the work back; what each needs and who approves it is
 * policy.
 */
public enum RequestKind implements Labelled {
  /** More time, up to a cap (LIF-09). */
  EXTENSION("延期"),
  /** Put off until a day agreed with the citizen (LIF-10). */
  ON_ACCOUNT("挂账"),
  /** Left out of the assessment (LIF-11, LIF-18). */
  EXCLUSION("剔除"),
  /** The citizen withholds what is needed or cannot be reached (ACC-14). */
  STOP_HANDLING("停止办理"),
  /** The citizen wants the reply in writing (RVS-04). */
  WRITTEN_REPLY("书面答复"),
  /** Others turn out to be needed; the first receiver stays responsible (DSP-07, Q-05). */
  CO_HANDLING("增加协办"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  RequestKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
