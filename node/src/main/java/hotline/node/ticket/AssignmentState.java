package hotline.node.ticket;

import hotline.node.classification.Labelled;

/** Where an assignment stands, as the one who carries it out sees it. */
public enum AssignmentState implements Labelled {
  AWAITING_SIGN_FOR("待签收"),
  IN_HANDLING("办理中"),
  RETURN_REQUESTED("退单待审"),
  RETURNED("已退单"),
  REPLIED("已答复"),
  CONFIRMED("已认可"),
  CANCELLED("已撤销"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  AssignmentState(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether it has been given back or stopped: nothing that is said about it matters any more. */
  boolean over() {
    return this == RETURNED || this == CANCELLED;
  }
}
