package hotline.node.store;

import hotline.node.ticket.Delivery;
import hotline.node.ticket.Order;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.Orders;

/** What desks count of a holder's orders. */
final class OrderCounts {

  private OrderCounts() {}

  static int returns(Orders orders) {
    return (int) orders.all().stream().filter(Order::returnPending).count();
  }

  /** Requests of any kind: more time above all. */
  static int extensions(Orders orders) {
    return (int) orders.all().stream().filter(Order::requestPending).count();
  }

  /** Not there yet, or turned down: somebody has to look. */
  static int undelivered(Orders orders) {
    return (int)
        orders.all().stream()
            .filter(order -> order.state().live() || order.state() == OrderState.FAILED)
            .filter(
                order ->
                    order.delivery() == Delivery.PENDING || order.delivery() == Delivery.REFUSED)
            .count();
  }

  static int reviews(Orders orders) {
    return (int)
        orders.all().stream().filter(order -> order.state() == OrderState.ANSWERED).count();
  }
}
