package hotline.node.classification;

/** How the requester was asked for a rating (RVS-05). */
public enum FollowUpChannel implements Labelled {
  CALL("人工电话"),
  SMS("手机短信"),
  LINK("评价链接"),
  /** Nobody answered: the rating is assumed (RVS-06). */
  SILENCE("逾期未回复"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  FollowUpChannel(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
