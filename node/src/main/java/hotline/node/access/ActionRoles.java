package hotline.node.access;

import static hotline.node.classification.Role.CALL_TAKER;
import static hotline.node.classification.Role.DISPATCHER;
import static hotline.node.classification.Role.FOLLOW_UP;
import static hotline.node.classification.Role.LEGAL_COUNSEL;
import static hotline.node.classification.Role.OFFICE;
import static hotline.node.classification.Role.POLICY_SPECIALIST;
import static hotline.node.classification.Role.REVIEWER;
import static hotline.node.classification.Role.SUPERVISOR;
import static hotline.node.classification.Role.UNIT_DEPUTY;
import static hotline.node.classification.Role.UNIT_HANDLER;
import static hotline.node.classification.Role.UNIT_PRINCIPAL;

import hotline.node.classification.Approver;
import hotline.node.classification.Role;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentAction;
import hotline.node.ticket.TicketAction;
import java.util.EnumSet;
import java.util.Set;

/** Which roles may do what; an administrator may do everything. */
final class ActionRoles {

  private ActionRoles() {}

  static Set<Role> of(TicketAction action) {
    return switch (action) {
      case ACCEPT, REFUSE, TRANSFER_EMERGENCY -> EnumSet.of(CALL_TAKER, DISPATCHER);
      case ANSWER -> EnumSet.of(CALL_TAKER, DISPATCHER, POLICY_SPECIALIST);
      case DISPATCH, ESCALATE, NOTE_PHONE -> EnumSet.of(DISPATCHER);
      case CONVENE, DESIGNATE -> EnumSet.of(DISPATCHER, OFFICE);
      case REVIEW -> EnumSet.of(REVIEWER);
      case DECIDE_RETURN, DECIDE_EXTENSION, DECIDE_REQUEST -> EnumSet.of(DISPATCHER, REVIEWER);
      case OFFICE_DECIDE -> EnumSet.of(OFFICE);
      case FOLLOW_UP, REDO, EXPLAIN, CLOSE, ARCHIVE -> EnumSet.of(FOLLOW_UP);
      case WITHDRAW -> EnumSet.of(CALL_TAKER, DISPATCHER, FOLLOW_UP);
      case REMIND -> EnumSet.of(CALL_TAKER, DISPATCHER, REVIEWER, FOLLOW_UP, SUPERVISOR);
      case SUPERVISE -> EnumSet.of(SUPERVISOR);
      case CALL_REQUESTER, REQUEST_SCREENING -> EnumSet.of(FOLLOW_UP);
      case DECIDE_SCREENING -> EnumSet.of(REVIEWER, SUPERVISOR);
      case PANEL_REVIEW -> EnumSet.of(LEGAL_COUNSEL);
      case SUPPLEMENT -> EnumSet.of(CALL_TAKER, DISPATCHER, FOLLOW_UP);
    };
  }

  /** For an assignment that the node itself has received. */
  static Set<Role> ofReceived(AssignmentAction action) {
    return switch (action) {
      case SIGN_FOR,
          CONTACT,
          REQUEST_RETURN,
          REQUEST_EXTENSION,
          REQUEST,
          SIGN_REQUEST,
          PASS_ON_REQUEST,
          PLAN,
          FINISH_STEP,
          MERGE,
          SPLIT,
          NOTE_PHONE,
          DISPATCH,
          ESCALATE ->
          EnumSet.of(DISPATCHER);
      case CONVENE, DESIGNATE -> EnumSet.of(DISPATCHER, OFFICE);
      case REPLY -> EnumSet.of(DISPATCHER, REVIEWER);
      case REVIEW, REDO -> EnumSet.of(REVIEWER);
      case DECIDE_RETURN, DECIDE_EXTENSION, DECIDE_REQUEST -> EnumSet.of(DISPATCHER, REVIEWER);
      case OFFICE_DECIDE -> EnumSet.of(OFFICE);
      case REMIND -> EnumSet.of(DISPATCHER, REVIEWER, SUPERVISOR);
      case SUPERVISE -> EnumSet.of(SUPERVISOR);
    };
  }

  /** For an assignment of a unit: its own people's business; who signs is as the request says. */
  static Set<Role> ofUnit(AssignmentAction action, Assignment assignment) {
    if (action != AssignmentAction.SIGN_REQUEST) {
      return EnumSet.of(UNIT_HANDLER);
    }
    return assignment
        .nextSigner()
        .map(signer -> EnumSet.of(signer == Approver.UNIT_DEPUTY ? UNIT_DEPUTY : UNIT_PRINCIPAL))
        .orElse(EnumSet.of(UNIT_DEPUTY, UNIT_PRINCIPAL));
  }
}
