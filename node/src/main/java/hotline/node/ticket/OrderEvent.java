package hotline.node.ticket;

import hotline.node.classification.RedoGround;
import hotline.node.classification.RequestKind;
import hotline.node.classification.UrgeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the orders of a holder. */
public sealed interface OrderEvent extends TicketEvent, AssignmentEvent {

  /** The orders after it. */
  Orders in(Orders orders);

  /** A sentence for timelines. */
  @Override
  Happening tell();

  @Override
  default Ticket in(Ticket ticket) {
    return ticket.working(in(ticket.orders()));
  }

  @Override
  default Assignment in(Assignment assignment) {
    return assignment.with(in(assignment.orders()));
  }

  @Override
  default Happening tell(AssignmentId holder) {
    return tell();
  }

  record OrderPlaced(Order order) implements OrderEvent {

    @Override
    public Orders in(Orders orders) {
      return orders.with(List.of(order));
    }

    @Override
    public Happening tell() {
      return new Happening(
          EventType.ORDER_PLACED,
          order.assignment(),
          "派给“"
              + order.assignee().name()
              + "”"
              + order.role().label()
              + Happening.after("。", order.note()));
    }
  }

  record OrderReported(AssignmentId assignment, Report report) implements OrderEvent {

    @Override
    public Orders in(Orders orders) {
      return orders.change(assignment, order -> order.heard(report));
    }

    @Override
    public Happening tell() {
      return new Happening(report.heardAs(), assignment, report.text());
    }
  }

  /** A report about an order that does not count any more: kept, but without consequence. */
  record LateReportNoted(AssignmentId assignment, Report report) implements OrderEvent {

    @Override
    public Orders in(Orders orders) {
      return orders;
    }

    @Override
    public Happening tell() {
      return new Happening(
          EventType.LATE_REPORT,
          assignment,
          report.type().label() + Happening.after("：", report.text()));
    }
  }

  record OrderReviewed(AssignmentId assignment, Verdict verdict) implements OrderEvent {

    @Override
    public Orders in(Orders orders) {
      return orders.change(
          assignment,
          order ->
              order
                  .with(order.handling().replyReviewed(verdict))
                  .in(verdict.approved() ? OrderState.ACCEPTED : OrderState.SIGNED));
    }

    @Override
    public Happening tell() {
      return verdict.tell(assignment, EventType.REPLY_ACCEPTED, EventType.REPLY_REJECTED);
    }
  }

  record OrderReturnDecided(AssignmentId assignment, Verdict verdict) implements OrderEvent {

    @Override
    public Orders in(Orders orders) {
      return orders.change(
          assignment,
          order -> {
            OrderState before =
                order.handling().signFor() == null ? OrderState.PLACED : OrderState.SIGNED;
            return order
                .with(order.handling().returnDecided(verdict))
                .in(verdict.approved() ? OrderState.RETURNED : before);
          });
    }

    @Override
    public Happening tell() {
      return verdict.tell(assignment, EventType.RETURN_APPROVED, EventType.RETURN_DECLINED);
    }
  }

  /** One step of a request's approval at the holder; {@code verdict} once it is decided. */
  record OrderRequestSigned(
      AssignmentId assignment,
      RequestKind kind,
      int number,
      Signature signature,
      @Nullable Verdict verdict)
      implements OrderEvent {

    @Override
    public Orders in(Orders orders) {
      return orders.change(assignment, order -> order.signed(number, signature, verdict));
    }

    @Override
    public Happening tell() {
      if (verdict == null) {
        return new Happening(
            EventType.REQUEST_ENDORSED, assignment, kind.label() + "：" + signature.text());
      } else if (kind == RequestKind.EXTENSION) {
        return verdict.tell(assignment, EventType.EXTENSION_GRANTED, EventType.EXTENSION_DECLINED);
      }
      return new Happening(
          verdict.approved() ? EventType.REQUEST_GRANTED : EventType.REQUEST_DECLINED,
          assignment,
          kind.label() + Happening.after("：", verdict.opinion()));
    }
  }

  record OrderRedone(
      AssignmentId assignment, int round, RedoGround ground, String reason, Terms terms)
      implements OrderEvent {

    @Override
    public Orders in(Orders orders) {
      return orders.change(assignment, order -> order.redone(round, terms));
    }

    @Override
    public Happening tell() {
      return new Happening(
          EventType.ORDER_REDONE, assignment, "第" + round + "次办理，" + ground.label() + "：" + reason);
    }
  }

  record OrderUrged(AssignmentId assignment, Urge urge) implements OrderEvent {

    @Override
    public Orders in(Orders orders) {
      return orders.change(assignment, order -> order.with(order.handling().with(urge)));
    }

    @Override
    public Happening tell() {
      return new Happening(
          urge.kind() == UrgeKind.SUPERVISION
              ? EventType.ORDER_SUPERVISED
              : EventType.ORDER_REMINDED,
          assignment,
          urge.text());
    }
  }

  record OrderDeliveryNoted(AssignmentId assignment, Delivery delivery, @Nullable String problem)
      implements OrderEvent {

    @Override
    public Orders in(Orders orders) {
      return orders.change(
          assignment,
          order -> {
            Order noted = order.delivered(delivery, problem);
            // what does not count any more has not failed
            boolean failed = delivery != Delivery.DELIVERED && order.state().live();
            return failed ? noted.in(OrderState.FAILED) : noted;
          });
    }

    @Override
    public Happening tell() {
      EventType type =
          switch (delivery) {
            case REFUSED -> EventType.ORDER_REFUSED;
            case ABANDONED -> EventType.ORDER_ABANDONED;
            case LOCAL, PENDING, DELIVERED, UNKNOWN -> EventType.ORDER_DELIVERED;
          };
      return new Happening(type, assignment, problem == null ? "" : problem);
    }
  }

  record OrderCancelled(AssignmentId assignment, String reason) implements OrderEvent {

    @Override
    public Orders in(Orders orders) {
      return orders.change(assignment, order -> order.in(OrderState.CANCELLED));
    }

    @Override
    public Happening tell() {
      return new Happening(EventType.ORDER_CANCELLED, assignment, reason);
    }
  }

  record OrderConcluded(AssignmentId assignment, Conclusion conclusion) implements OrderEvent {

    @Override
    public Orders in(Orders orders) {
      return orders.change(assignment, order -> order.in(OrderState.CONCLUDED));
    }

    @Override
    public Happening tell() {
      return new Happening(EventType.ORDER_CONCLUDED, assignment, conclusion.kind().label());
    }
  }

  /** A calendar has become known, and provisional deadlines were set anew by it. */
  record TermsRecomputed(AssignmentId assignment, Terms before, Terms terms) implements OrderEvent {

    @Override
    public Orders in(Orders orders) {
      return orders.change(assignment, order -> order.with(terms));
    }

    @Override
    public Happening tell() {
      return new Happening(
          EventType.DEADLINES_RECOMPUTED, assignment, DeadlineStory.changes(before, terms));
    }
  }

  /**
   * A deadline came near or passed.
   *
   * @param assignment whose deadline it is; null for the ticket's own
   */
  record AlarmRaised(@Nullable AssignmentId assignment, Alarm alarm) implements OrderEvent {

    @Override
    public Orders in(Orders orders) {
      return orders;
    }

    @Override
    public Happening tell() {
      return new Happening(
          alarm.stage() == Alarm.Stage.PASSED ? EventType.DEADLINE_PASSED : EventType.DEADLINE_NEAR,
          assignment,
          DeadlineStory.alarm(alarm));
    }
  }

  record MeetingConvened(JointMeeting meeting) implements OrderEvent {

    @Override
    public Orders in(Orders orders) {
      return orders.convened(meeting);
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(
          EventType.MEETING_CONVENED,
          meeting.reason() + "；参加：" + String.join("、", meeting.participants()));
    }
  }

  record MeetingDecided(JointMeeting.Designation designation) implements OrderEvent {

    @Override
    public Orders in(Orders orders) {
      return orders.decided(designation);
    }

    @Override
    public Happening tell() {
      return Happening.ofTicket(EventType.MEETING_DECIDED, designation.outcome());
    }
  }

  record OrderPhoned(AssignmentId assignment, String note) implements OrderEvent {

    @Override
    public Orders in(Orders orders) {
      return orders.change(assignment, order -> order.phoned(note));
    }

    @Override
    public Happening tell() {
      return new Happening(EventType.ORDER_PHONED, assignment, note);
    }
  }
}
