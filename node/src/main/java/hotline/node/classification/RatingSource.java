package hotline.node.classification;

/** Whether a rating was given or assumed; kept apart for ever. */
public enum RatingSource implements Labelled {
  RATED("诉求人评价"),
  /** Silence beyond the limit counted as satisfied (RVS-06). */
  DEFAULT_24H("超时默认满意"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  RatingSource(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
