package hotline.node.ticket;

import java.util.EnumSet;
import java.util.Set;

/**
 * What people can do about orders, at a ticket and at a received assignment alike: each has its
 * namesake among the actions of both.
 */
enum OrderAction {
  DISPATCH,
  ESCALATE,
  REVIEW,
  DECIDE_RETURN,
  DECIDE_EXTENSION,
  DECIDE_REQUEST,
  OFFICE_DECIDE,
  CONVENE,
  DESIGNATE,
  NOTE_PHONE,
  REDO,
  REMIND,
  SUPERVISE;

  TicketAction ofTicket() {
    return TicketAction.valueOf(name());
  }

  AssignmentAction ofAssignment() {
    return AssignmentAction.valueOf(name());
  }

  /** What the state of the orders allows; whether more may be dispatched is the holder's matter. */
  static Set<OrderAction> allowedFor(Orders orders) {
    Set<OrderAction> allowed = EnumSet.noneOf(OrderAction.class);
    if (orders.liveLead().isEmpty()) {
      allowed.add(ESCALATE);
    }
    allowed.add(orders.openMeeting().isPresent() ? DESIGNATE : CONVENE);
    for (Order order : orders.live()) {
      if (order.state() == OrderState.ACCEPTED) {
        allowed.add(REDO);
      } else {
        allowed.addAll(EnumSet.of(REMIND, SUPERVISE, NOTE_PHONE));
      }
      if (order.state() == OrderState.ANSWERED) {
        allowed.add(REVIEW);
      }
      if (order.returnPending()) {
        allowed.add(DECIDE_RETURN);
      }
      if (order.extensionPending()) {
        allowed.add(DECIDE_EXTENSION);
      }
      if (order.requestPending()) {
        allowed.addAll(EnumSet.of(DECIDE_REQUEST, OFFICE_DECIDE));
      }
    }
    return allowed;
  }
}
