package hotline.node.ticket;

import hotline.node.classification.UrgeKind;
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
import org.jspecify.annotations.Nullable;

/** Tells what happened to orders in a sentence each. */
final class OrderStory {

  private OrderStory() {}

  static Happening tell(OrderEvent event) {
    if (event instanceof OrderPlaced e) {
      Order order = e.order();
      return new Happening(
          EventType.ORDER_PLACED,
          order.assignment(),
          "派给“"
              + order.assignee().name()
              + "”"
              + order.role().label()
              + TicketStory.after("。", order.note()));
    } else if (event instanceof OrderReported e) {
      return new Happening(echoOf(e.report()), e.assignment(), ReportStory.text(e.report()));
    } else if (event instanceof LateReportNoted e) {
      return new Happening(
          EventType.LATE_REPORT,
          e.assignment(),
          ReportStory.type(e.report()).label()
              + TicketStory.after("：", ReportStory.text(e.report())));
    } else if (event instanceof OrderReviewed e) {
      return decided(
          e.assignment(), e.verdict(), EventType.REPLY_ACCEPTED, EventType.REPLY_REJECTED);
    } else if (event instanceof OrderReturnDecided e) {
      return decided(
          e.assignment(), e.verdict(), EventType.RETURN_APPROVED, EventType.RETURN_DECLINED);
    } else if (event instanceof OrderExtensionDecided e) {
      return decided(
          e.assignment(), e.verdict(), EventType.EXTENSION_GRANTED, EventType.EXTENSION_DECLINED);
    } else if (event instanceof OrderRedone e) {
      return new Happening(
          EventType.ORDER_REDONE,
          e.assignment(),
          "第" + e.round() + "次办理，" + e.ground().label() + "：" + e.reason());
    } else if (event instanceof OrderUrged e) {
      return new Happening(
          e.urge().kind() == UrgeKind.SUPERVISION
              ? EventType.ORDER_SUPERVISED
              : EventType.ORDER_REMINDED,
          e.assignment(),
          e.urge().text());
    } else if (event instanceof OrderDeliveryNoted e) {
      return new Happening(typeOf(e.delivery()), e.assignment(), orEmpty(e.problem()));
    } else if (event instanceof OrderCancelled e) {
      return new Happening(EventType.ORDER_CANCELLED, e.assignment(), e.reason());
    } else if (event instanceof OrderConcluded e) {
      return new Happening(
          EventType.ORDER_CONCLUDED, e.assignment(), e.conclusion().kind().label());
    }
    throw new AssertionError(event);
  }

  private static Happening decided(
      AssignmentId id, Verdict verdict, EventType approved, EventType declined) {
    return new Happening(verdict.approved() ? approved : declined, id, orEmpty(verdict.opinion()));
  }

  private static EventType typeOf(Delivery delivery) {
    return switch (delivery) {
      case REFUSED -> EventType.ORDER_REFUSED;
      case ABANDONED -> EventType.ORDER_ABANDONED;
      case LOCAL, PENDING, DELIVERED, UNKNOWN -> EventType.ORDER_DELIVERED;
    };
  }

  private static EventType echoOf(Report report) {
    return switch (ReportStory.type(report)) {
      case SIGNED_FOR, DEEMED_SIGNED_FOR -> EventType.ORDER_SIGNED_FOR;
      case REQUESTER_CONTACTED -> EventType.ORDER_CONTACTED;
      case RETURN_REQUESTED -> EventType.ORDER_RETURN_REQUESTED;
      case EXTENSION_REQUESTED -> EventType.ORDER_EXTENSION_REQUESTED;
      default -> EventType.ORDER_REPLIED;
    };
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
