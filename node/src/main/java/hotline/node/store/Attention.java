package hotline.node.store;

/** What somebody at the ticket's node has to look at, among the orders of an open ticket. */
public enum Attention {
  /** An assignee asks to give the work back. */
  RETURN("returns"),
  /** An assignee asks for more time, or for something else. */
  EXTENSION("extensions"),
  /** An order has not arrived at another node, or was turned down there. */
  UNDELIVERED("undelivered");

  private final String column;

  Attention(String column) {
    this.column = column;
  }

  String condition() {
    return "state IN ('ACCEPTED', 'IN_HANDLING', 'IN_REVIEW', 'AWAITING_FOLLOW_UP') AND "
        + column
        + " > 0";
  }
}
