package hotline.node.store;

/** What somebody here has to look at, at a ticket or at an assignment. */
public enum Attention {
  /** An answer waits for its review. */
  REPLY,
  /** An assignee asks to give the work back. */
  RETURN,
  /** An assignee asks for more time. */
  EXTENSION,
  /** An assignee asks for something else. */
  REQUEST,
  /** A joint meeting has still to decide. */
  MEETING,
  /** Work is done once more. */
  REDO,
  /** The citizen is dissatisfied, and nothing has followed yet. */
  DISSATISFIED,
  /** A rating is to be left out of the rate, if somebody agrees. */
  SCREENING,
  /** Anything of this that is to be decided. */
  DECISION,
  /** An order has not arrived at another node, or was turned down there. */
  UNDELIVERED;

  /** For tickets of this node. */
  String ofTickets() {
    return this == UNDELIVERED
        ? "state IN ('ACCEPTED', 'IN_HANDLING', 'IN_REVIEW', 'AWAITING_FOLLOW_UP')"
            + " AND undelivered > 0"
        : "ticket_id IN (SELECT d.ticket_id FROM desk_task d WHERE d.unit = ''"
            + " AND d.holder = d.ticket_id AND "
            + kinds()
            + ")";
  }

  /** For assignments that this node or a unit of it carries out. */
  String ofAssignments() {
    return this == UNDELIVERED
        ? "state IN ('AWAITING_SIGN_FOR', 'IN_HANDLING') AND undelivered > 0"
        : "assignment_id IN (SELECT d.holder FROM desk_task d WHERE " + kinds() + ")";
  }

  private String kinds() {
    return this == DECISION ? "d.kind <> 'REDO'" : "d.kind = '" + name() + "'";
  }
}
