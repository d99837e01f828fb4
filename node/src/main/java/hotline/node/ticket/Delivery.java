package hotline.node.ticket;

import hotline.node.classification.Labelled;

/** Whether an order has reached its assignee. */
public enum Delivery implements Labelled {
  LOCAL("本节点"),
  PENDING("送达中"),
  DELIVERED("已送达"),
  REFUSED("对方拒收"),
  ABANDONED("人工放弃送达"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  Delivery(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
