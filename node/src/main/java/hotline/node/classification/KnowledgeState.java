package hotline.node.classification;

/** Where a version of a piece of knowledge stands. */
public enum KnowledgeState implements Labelled {
  DRAFT("待审核"),
  RETURNED("已退回"),
  PUBLISHED("已发布"),
  WITHDRAWN("已下架");

  private final String label;

  KnowledgeState(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
