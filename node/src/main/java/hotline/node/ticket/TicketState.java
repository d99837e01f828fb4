package hotline.node.ticket;

import hotline.node.classification.Labelled;

/** Where a ticket stands, as its owner sees it. */
public enum TicketState implements Labelled {
  REGISTERED("待受理"),
  ACCEPTED("待派单"),
  REFUSED("不予受理"),
  IN_HANDLING("办理中"),
  IN_REVIEW("待审核"),
  AWAITING_FOLLOW_UP("待回访"),
  CLOSED("已办结"),
  ARCHIVED("已归档"),
  WITHDRAWN("已撤单"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  TicketState(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
