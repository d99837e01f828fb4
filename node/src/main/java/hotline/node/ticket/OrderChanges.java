package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.ticket.OrderEvent.LateReportNoted;
import hotline.node.ticket.OrderEvent.OrderCancelled;
import hotline.node.ticket.OrderEvent.OrderConcluded;
import hotline.node.ticket.OrderEvent.OrderDeliveryNoted;
import hotline.node.ticket.OrderEvent.OrderExtensionDecided;
import hotline.node.ticket.OrderEvent.OrderPlaced;
import hotline.node.ticket.OrderEvent.OrderRedone;
import hotline.node.ticket.OrderEvent.OrderReported;
import hotline.node.ticket.OrderEvent.OrderReturnDecided;
import hotline.node.ticket.OrderEvent.OrderReviewed;
import hotline.node.ticket.OrderEvent.OrderUrged;
import java.util.List;

/** Applies what happened to the orders. */
final class OrderChanges {

  private OrderChanges() {}

  static Orders apply(Orders orders, OrderEvent event) {
    if (event instanceof OrderPlaced e) {
      return orders.with(List.of(e.order()));
    } else if (event instanceof OrderReported e) {
      return orders.change(e.assignment(), order -> reported(order, e.report()));
    } else if (event instanceof LateReportNoted) {
      return orders;
    } else if (event instanceof OrderReviewed e) {
      return orders.change(
          e.assignment(),
          order ->
              order
                  .with(order.handling().replyReviewed(e.verdict()))
                  .in(e.verdict().approved() ? OrderState.ACCEPTED : OrderState.SIGNED));
    } else if (event instanceof OrderReturnDecided e) {
      return orders.change(e.assignment(), order -> returnDecided(order, e.verdict()));
    } else if (event instanceof OrderExtensionDecided e) {
      return orders.change(e.assignment(), order -> extensionDecided(order, e));
    } else if (event instanceof OrderRedone e) {
      return orders.change(e.assignment(), order -> order.redone(e.round(), e.terms()));
    } else if (event instanceof OrderUrged e) {
      return orders.change(e.assignment(), order -> order.with(order.handling().with(e.urge())));
    } else if (event instanceof OrderDeliveryNoted e) {
      return orders.change(e.assignment(), order -> delivered(order, e));
    } else if (event instanceof OrderCancelled e) {
      return orders.change(e.assignment(), order -> order.in(OrderState.CANCELLED));
    } else if (event instanceof OrderConcluded e) {
      return orders.change(e.assignment(), order -> order.in(OrderState.CONCLUDED));
    }
    throw new AssertionError(event);
  }

  private static Order reported(Order order, Report report) {
    // whoever reports has the order, even if the news of its delivery is still on the way
    Order known =
        order.delivery() == Delivery.PENDING ? order.delivered(Delivery.DELIVERED, null) : order;
    Handling handling = known.handling();
    if (report instanceof Report.SignedFor r) {
      return known.with(handling.signedFor(r.signFor())).in(OrderState.SIGNED);
    } else if (report instanceof Report.Contacted r) {
      return known.with(handling.with(r.contact()));
    } else if (report instanceof Report.ReturnRequested r) {
      return known.with(handling.with(r.request())).in(OrderState.RETURN_REQUESTED);
    } else if (report instanceof Report.ExtensionRequested r) {
      return known.with(handling.with(r.extension()));
    } else if (report instanceof Report.Replied r) {
      return known.with(handling.with(r.reply())).in(OrderState.ANSWERED);
    }
    throw new AssertionError(report);
  }

  private static Order returnDecided(Order order, Verdict verdict) {
    OrderState state =
        verdict.approved()
            ? OrderState.RETURNED
            : order.handling().signFor() == null ? OrderState.PLACED : OrderState.SIGNED;
    return order.with(order.handling().returnDecided(verdict)).in(state);
  }

  private static Order extensionDecided(Order order, OrderExtensionDecided event) {
    Order decided = order.with(order.handling().extensionDecided(event.verdict()));
    Deadline due = event.due();
    return due == null ? decided : decided.with(decided.terms().extended(due));
  }

  private static Order delivered(Order order, OrderDeliveryNoted event) {
    Order noted = order.delivered(event.delivery(), event.problem());
    return event.delivery() == Delivery.DELIVERED ? noted : noted.in(OrderState.FAILED);
  }
}
