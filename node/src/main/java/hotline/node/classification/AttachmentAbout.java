package hotline.node.classification;

/** What a file was brought for. */
public enum AttachmentAbout implements Labelled {
  APPEAL("诉求材料"),
  REPLY("答复材料"),
  FOLLOW_UP("回访材料"),
  /** A value that only a newer node knows. */
  UNKNOWN("其他材料");

  private final String label;

  AttachmentAbout(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
