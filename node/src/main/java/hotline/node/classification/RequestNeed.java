package hotline.node.classification;

/** What has to be there before a request can be made. */
public enum RequestNeed implements Labelled {
  /** The citizen was told (LIF-09). */
  INFORMED("已向诉求人说明"),
  /** Somebody went to see the citizen in this round (LIF-17). */
  VISIT("已上门"),
  /** The citizen agrees (LIF-10, LIF-11). */
  CONSENT("诉求人认可"),
  /** Grounds in writing (LIF-11). */
  BASIS("依据"),
  /** A day by which it will be done (LIF-10). */
  END_DATE("明确办结时间"),
  /** The citizen withholds material, or was tried to be reached often enough (ACC-14). */
  ATTEMPTS("多次联系"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  RequestNeed(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
