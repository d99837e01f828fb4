package hotline.node.ticket;

import hotline.node.error.ErrorCode;
import hotline.node.ticket.HolderCommand.ConveneMeeting;
import hotline.node.ticket.HolderCommand.DecideReturn;
import hotline.node.ticket.HolderCommand.DesignateUnits;
import hotline.node.ticket.HolderCommand.Escalate;
import hotline.node.ticket.HolderCommand.NoteDelivery;
import hotline.node.ticket.HolderCommand.NotePhoneCall;
import hotline.node.ticket.HolderCommand.PlaceOrders;
import hotline.node.ticket.HolderCommand.ReceiveReport;
import hotline.node.ticket.HolderCommand.RedoOrder;
import hotline.node.ticket.HolderCommand.ReviewReply;
import hotline.node.ticket.HolderCommand.UrgeOrders;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides about the orders of a holder: the same for a ticket and for a received assignment. */
final class OrderDesk {

  private final Holder holder;
  private final DecisionContext context;

  OrderDesk(Holder holder, DecisionContext context) {
    this.holder = holder;
    this.context = context;
  }

  Changes<OrderEvent> place(PlaceOrders command) throws RefusedException {
    return new OrderPlacement(holder, context).place(command.drafts());
  }

  Changes<OrderEvent> convene(ConveneMeeting command) throws RefusedException {
    String reason =
        RefusedException.requireText(command.reason(), ErrorCode.OPINION_MISSING, "召集联席会议的事由");
    RefusedException.require(
        !command.participants().isEmpty(), ErrorCode.INVALID_INPUT, "联席会议须有参加单位");
    return new Changes<OrderEvent>()
        .event(
            new OrderEvent.MeetingConvened(
                new JointMeeting(
                    reason, command.participants(), context.now(), context.actor(), null)));
  }

  /** What the meeting decided is dispatched at once, and cannot be given back (DSP-08). */
  Changes<OrderEvent> designate(DesignateUnits command) throws RefusedException {
    String outcome =
        RefusedException.requireText(command.outcome(), ErrorCode.OPINION_MISSING, "联席会议的决定");
    return new Changes<OrderEvent>()
        .event(
            new OrderEvent.MeetingDecided(
                new JointMeeting.Designation(outcome, context.now(), context.actor())))
        .add(new OrderPlacement(holder, context).place(command.drafts(), outcome));
  }

  Changes<OrderEvent> notePhone(NotePhoneCall command) throws RefusedException {
    String note = RefusedException.requireText(command.note(), ErrorCode.INVALID_INPUT, "电话通知情况");
    Order order = holder.order(command.assignment());
    RefusedException.require(
        order.state().live(),
        ErrorCode.STATE_FORBIDS,
        "派办 " + order.assignment() + " 当前为“" + order.state().label() + "”，无需登记电话通知");
    return new Changes<OrderEvent>().event(new OrderEvent.OrderPhoned(order.assignment(), note));
  }

  /** The lead is told whenever what its co-handlers say has changed (DSP-02). */
  Changes<OrderEvent> tellLead(Changes<OrderEvent> changes) {
    Orders after = holder.orders();
    for (OrderEvent event : changes.events()) {
      after = event.in(after);
    }
    List<CoOpinion> opinions = CoOpinion.of(after);
    Optional<Order> lead = after.liveLead();
    if (lead.isEmpty()) {
      return changes;
    }
    AssignmentId id = lead.get().assignment();
    boolean known = holder.orders().liveLead().filter(o -> o.assignment().equals(id)).isPresent();
    List<CoOpinion> told = known ? CoOpinion.of(holder.orders()) : List.of();
    return opinions.equals(told)
        ? changes
        : changes.effect(instruct(lead.get(), new Instruction.OpinionsTold(opinions)));
  }

  Changes<OrderEvent> escalate(Escalate command) throws RefusedException {
    return new OrderPlacement(holder, context).escalate(command.reason());
  }

  /** Sets provisional deadlines anew by the calendar as it is known now. */
  Changes<OrderEvent> recompute() {
    return new Recomputation(context).orders(holder);
  }

  /** Stops everything that still counts. */
  Changes<OrderEvent> cancelAll(String reason) {
    return cancel(holder.orders().live(), reason);
  }

  /** Stops what has not been answered and accepted yet. */
  Changes<OrderEvent> cancelOutstanding(String reason) {
    return cancel(
        holder.orders().live().stream()
            .filter(order -> order.state() != OrderState.ACCEPTED)
            .toList(),
        reason);
  }

  private Changes<OrderEvent> cancel(List<Order> orders, String reason) {
    Changes<OrderEvent> changes = new Changes<>();
    for (Order order : orders) {
      changes.event(new OrderEvent.OrderCancelled(order.assignment(), reason));
      changes.effect(instruct(order, new Instruction.Cancelled(reason, context.now())));
    }
    return changes;
  }

  /** Tells everybody whose work was accepted how it ended. */
  Changes<OrderEvent> concludeAll(Conclusion conclusion) {
    return conclude(holder.orders().live(), conclusion);
  }

  Changes<OrderEvent> conclude(List<Order> orders, Conclusion conclusion) {
    Changes<OrderEvent> changes = new Changes<>();
    for (Order order : orders) {
      changes.event(new OrderEvent.OrderConcluded(order.assignment(), conclusion));
      changes.effect(instruct(order, new Instruction.TicketConcluded(conclusion)));
    }
    return changes;
  }

  Changes<OrderEvent> review(ReviewReply command) throws RefusedException {
    Order order = orderIn(command.assignment(), OrderState.ANSWERED, "审核答复");
    Approvals.requireOthersWork(order, context);
    Verdict verdict = verdict(command.accept(), command.opinion());
    return new Changes<OrderEvent>()
        .event(new OrderEvent.OrderReviewed(order.assignment(), verdict))
        .effect(instruct(order, new Instruction.ReplyReviewed(verdict)));
  }

  Changes<OrderEvent> decideReturn(DecideReturn command) throws RefusedException {
    Order order = orderIn(command.assignment(), OrderState.RETURN_REQUESTED, "审核退单");
    RefusedException.require(
        !command.approve()
            || !command.withinDuty()
            || !context.policy().dispatch().returnWithinDutyExplained()
            || (command.opinion() != null && !command.opinion().isBlank()),
        ErrorCode.RETURN_RULE,
        "归口目录显示该事项属“" + order.assignee().name() + "”职责范围，同意退单须说明理由（LIF-07）");
    Approvals.requireOthersWork(order, context);
    Verdict verdict = verdict(command.approve(), command.opinion());
    return new Changes<OrderEvent>()
        .event(new OrderEvent.OrderReturnDecided(order.assignment(), verdict))
        .effect(instruct(order, new Instruction.ReturnDecided(verdict)));
  }

  ApprovalDesk approvals() {
    return new ApprovalDesk(holder, context);
  }

  Changes<OrderEvent> redo(RedoOrder command) throws RefusedException {
    Order order = orderIn(command.assignment(), OrderState.ACCEPTED, "发回重办");
    Approvals.requireOthersWork(order, context);
    String reason = RefusedException.requireText(command.reason(), ErrorCode.REDO_RULE, "重办理由");
    RefusedException.require(
        context.policy().followUp().redoGrounds().contains(command.ground()),
        ErrorCode.REDO_RULE,
        "重办情形“"
            + command.ground().label()
            + "”不在本节点规则之内，应为"
            + Labels.list(context.policy().followUp().redoGrounds()));
    int round = order.round() + 1;
    Terms terms =
        OrderTerms.of(
            context,
            holder.subject(),
            OrderPlacement.kindOf(order.assignee(), context),
            holder.received());
    return new Changes<OrderEvent>()
        .event(
            new OrderEvent.OrderRedone(order.assignment(), round, command.ground(), reason, terms))
        .effect(
            instruct(
                order,
                new Instruction.Redo(round, command.ground(), reason, context.now(), terms)));
  }

  Changes<OrderEvent> urge(UrgeOrders command) throws RefusedException {
    String text = RefusedException.requireText(command.text(), ErrorCode.OPINION_MISSING, "催督办内容");
    AssignmentId only = command.assignment();
    List<Order> urged =
        (only == null ? holder.orders().live() : List.of(holder.order(only)))
            .stream()
                .filter(order -> order.state().live() && order.state() != OrderState.ACCEPTED)
                .toList();
    RefusedException.require(
        !urged.isEmpty(),
        ErrorCode.STATE_FORBIDS,
        (only == null ? holder.what() : "派办 " + only) + "没有在办的派办，无需" + command.kind().label());
    Urge urge = new Urge(command.kind(), text, context.now(), context.actor());
    Changes<OrderEvent> changes = new Changes<>();
    for (Order order : urged) {
      changes.event(new OrderEvent.OrderUrged(order.assignment(), urge));
      changes.effect(instruct(order, new Instruction.Urged(urge)));
    }
    return changes;
  }

  /** Tells everybody whose answer is still out what the requester has added. */
  Changes<OrderEvent> passOn(Supplement supplement) {
    Changes<OrderEvent> changes = new Changes<>();
    holder.orders().live().stream()
        .filter(order -> order.state() != OrderState.ACCEPTED)
        .forEach(
            order -> changes.effect(instruct(order, new Instruction.Supplemented(supplement))));
    return changes;
  }

  Changes<OrderEvent> receive(ReceiveReport command) throws RefusedException {
    Order order = holder.order(command.assignment());
    Report report = command.report();
    Changes<OrderEvent> changes = new Changes<>();
    if (report.fits(order.state())) {
      return changes.event(new OrderEvent.OrderReported(order.assignment(), report));
    }
    changes.event(new OrderEvent.LateReportNoted(order.assignment(), report));
    if (order.state() == OrderState.FAILED) {
      // given up here, yet it had arrived: whoever works on it must be told to stop
      changes.effect(instruct(order, new Instruction.Cancelled("派办已被派出方放弃", context.now())));
    }
    return changes;
  }

  Changes<OrderEvent> noteDelivery(NoteDelivery command) throws RefusedException {
    Order order = holder.order(command.assignment());
    Changes<OrderEvent> changes = new Changes<>();
    if (order.delivery() != Delivery.PENDING) {
      return changes;
    }
    Delivery delivery;
    String problem = null;
    if (command.result() instanceof DeliveryResult.TurnedDown turnedDown) {
      delivery = Delivery.REFUSED;
      problem = turnedDown.message();
    } else if (command.result() instanceof DeliveryResult.GivenUp givenUp) {
      delivery = Delivery.ABANDONED;
      problem = givenUp.reason();
    } else {
      delivery = Delivery.DELIVERED;
    }
    return changes.event(new OrderEvent.OrderDeliveryNoted(order.assignment(), delivery, problem));
  }

  private Order orderIn(AssignmentId id, OrderState state, String action) throws RefusedException {
    Order order = holder.order(id);
    RefusedException.require(
        order.state() == state,
        ErrorCode.STATE_FORBIDS,
        "派办 " + id + " 当前为“" + order.state().label() + "”，" + action + "须为“" + state.label() + "”");
    return order;
  }

  private Verdict verdict(boolean approved, @Nullable String opinion) throws RefusedException {
    if (!approved) {
      RefusedException.requireText(opinion, ErrorCode.OPINION_MISSING, "不通过的意见");
    }
    return new Verdict(approved, opinion, context.now(), context.actor());
  }

  private Effect instruct(Order order, Instruction instruction) {
    return OrderPlacement.instruct(order, instruction, context);
  }
}
