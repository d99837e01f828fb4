package hotline.node.access;

import static hotline.node.classification.Role.CALL_TAKER;
import static hotline.node.classification.Role.DISPATCHER;
import static hotline.node.classification.Role.FOLLOW_UP;
import static hotline.node.classification.Role.REVIEWER;
import static hotline.node.classification.Role.SUPERVISOR;
import static hotline.node.classification.Role.UNIT_HANDLER;

import hotline.node.classification.Role;
import hotline.node.ticket.AssignmentAction;
import hotline.node.ticket.TicketAction;
import java.util.EnumSet;
import java.util.Set;

/** Which roles may do what; an administrator may do everything. */
final class ActionRoles {

  private ActionRoles() {}

  static Set<Role> of(TicketAction action) {
    return switch (action) {
      case ACCEPT, REFUSE, ANSWER -> EnumSet.of(CALL_TAKER, DISPATCHER);
      case DISPATCH, ESCALATE -> EnumSet.of(DISPATCHER);
      case REVIEW -> EnumSet.of(REVIEWER);
      case DECIDE_RETURN, DECIDE_EXTENSION -> EnumSet.of(DISPATCHER, REVIEWER);
      case FOLLOW_UP, REDO, EXPLAIN, CLOSE, ARCHIVE -> EnumSet.of(FOLLOW_UP);
      case WITHDRAW -> EnumSet.of(CALL_TAKER, DISPATCHER, FOLLOW_UP);
      case REMIND -> EnumSet.of(CALL_TAKER, DISPATCHER, REVIEWER, FOLLOW_UP, SUPERVISOR);
      case SUPERVISE -> EnumSet.of(SUPERVISOR);
    };
  }

  /** For an assignment that the node itself has received. */
  static Set<Role> ofReceived(AssignmentAction action) {
    return switch (action) {
      case SIGN_FOR, CONTACT, REQUEST_RETURN, REQUEST_EXTENSION, DISPATCH, ESCALATE ->
          EnumSet.of(DISPATCHER);
      case REPLY -> EnumSet.of(DISPATCHER, REVIEWER);
      case REVIEW, REDO -> EnumSet.of(REVIEWER);
      case DECIDE_RETURN, DECIDE_EXTENSION -> EnumSet.of(DISPATCHER, REVIEWER);
      case REMIND -> EnumSet.of(DISPATCHER, REVIEWER, SUPERVISOR);
      case SUPERVISE -> EnumSet.of(SUPERVISOR);
    };
  }

  /** For an assignment of a unit: its own people's business. */
  static Set<Role> ofUnit() {
    return EnumSet.of(UNIT_HANDLER);
  }
}
