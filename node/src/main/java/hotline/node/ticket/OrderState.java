package hotline.node.ticket;

import hotline.node.classification.Labelled;

/** Where an order stands, as the one who placed it knows. */
public enum OrderState implements Labelled {
  PLACED("待签收"),
  SIGNED("办理中"),
  RETURN_REQUESTED("退单待审"),
  RETURNED("已退单"),
  ANSWERED("答复待审"),
  ACCEPTED("答复已认可"),
  /** The ticket has ended, or the matter has gone to somebody else after a follow-up. */
  CONCLUDED("已办结"),
  CANCELLED("已撤销"),
  /** The other node refused it, or a person gave up delivering it. */
  FAILED("派办未成"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  OrderState(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether the order still counts: its answer is awaited, or is part of the ticket's answer. */
  public boolean live() {
    return switch (this) {
      case PLACED, SIGNED, RETURN_REQUESTED, ANSWERED, ACCEPTED -> true;
      case RETURNED, CONCLUDED, CANCELLED, FAILED, UNKNOWN -> false;
    };
  }
}
