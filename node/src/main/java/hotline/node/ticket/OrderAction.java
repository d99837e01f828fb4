package hotline.node.ticket;

import java.util.EnumSet;
import java.util.Set;

/** What the state of the orders lets their holder do; ticket and received assignment share it. */
enum OrderAction {
  ESCALATE,
  REVIEW,
  DECIDE_RETURN,
  DECIDE_EXTENSION,
  REDO,
  REMIND,
  SUPERVISE;

  static Set<OrderAction> allowedFor(Orders orders) {
    Set<OrderAction> allowed = EnumSet.noneOf(OrderAction.class);
    if (orders.liveLead().isEmpty()) {
      allowed.add(ESCALATE);
    }
    for (Order order : orders.live()) {
      if (order.state() == OrderState.ACCEPTED) {
        allowed.add(REDO);
      } else {
        allowed.addAll(EnumSet.of(REMIND, SUPERVISE));
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
    }
    return allowed;
  }
}
