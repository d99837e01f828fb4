package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.classification.RedoGround;
import org.jspecify.annotations.Nullable;

/** What happened to the orders of a holder. */
public sealed interface OrderEvent extends TicketEvent, AssignmentEvent {

  record OrderPlaced(Order order) implements OrderEvent {}

  record OrderReported(AssignmentId assignment, Report report) implements OrderEvent {}

  /** A report about an order that does not count any more: kept, but without consequence. */
  record LateReportNoted(AssignmentId assignment, Report report) implements OrderEvent {}

  record OrderReviewed(AssignmentId assignment, Verdict verdict) implements OrderEvent {}

  record OrderReturnDecided(AssignmentId assignment, Verdict verdict) implements OrderEvent {}

  record OrderExtensionDecided(AssignmentId assignment, Verdict verdict, @Nullable Deadline due)
      implements OrderEvent {}

  record OrderRedone(
      AssignmentId assignment, int round, RedoGround ground, String reason, Terms terms)
      implements OrderEvent {}

  record OrderUrged(AssignmentId assignment, Urge urge) implements OrderEvent {}

  record OrderDeliveryNoted(AssignmentId assignment, Delivery delivery, @Nullable String problem)
      implements OrderEvent {}

  record OrderCancelled(AssignmentId assignment, String reason) implements OrderEvent {}

  record OrderConcluded(AssignmentId assignment, Conclusion conclusion) implements OrderEvent {}
}
