package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.classification.Approver;
import hotline.node.classification.RequestKind;
import hotline.node.error.ErrorCode;
import hotline.node.ticket.HolderCommand.DecideExtension;
import hotline.node.ticket.HolderCommand.DecideRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides what assignees ask for, step by step as the policy says (LIF-09 to LIF-18). */
final class ApprovalDesk {

  private final Holder holder;
  private final DecisionContext context;

  ApprovalDesk(Holder holder, DecisionContext context) {
    this.holder = holder;
    this.context = context;
  }

  Changes<OrderEvent> decide(DecideExtension command) throws RefusedException {
    Order order = holder.order(command.assignment());
    Request pending =
        order.pendingRequests().stream()
            .filter(request -> request.kind() == RequestKind.EXTENSION)
            .findFirst()
            .orElseThrow(
                () ->
                    new RefusedException(
                        ErrorCode.STATE_FORBIDS, "派办 " + order.assignment() + " 没有待审的延期申请"));
    return decide(order, pending, Approver.PLATFORM, command.approve(), command.opinion());
  }

  Changes<OrderEvent> decide(DecideRequest command) throws RefusedException {
    Order order = holder.order(command.assignment());
    Request pending = order.pending(command.number());
    return decide(order, pending, command.as(), command.approve(), command.opinion());
  }

  /** What the node above decided about a request that was passed on to it holds below too. */
  Changes<OrderEvent> decideLike(Request.Behalf behalf, Verdict verdict) {
    for (Order order : holder.orders().live()) {
      for (Request request : order.pendingRequests()) {
        if (order.assignment().equals(behalf.order()) && request.number() == behalf.number()) {
          return signed(order, request, new Signature(Approver.PLATFORM, verdict), verdict);
        }
      }
    }
    // the order has moved on meanwhile
    return new Changes<>();
  }

  /** The next one whom the policy asks signs; the last decides. */
  private Changes<OrderEvent> decide(
      Order order, Request request, Approver as, boolean approve, @Nullable String opinion)
      throws RefusedException {
    Approvals.requireOthersWork(order, context);
    List<Approver> chain = context.policy().requests().atHolder(request.kind());
    int signed = request.signedAtHolder();
    Approver next = chain.get(Math.min(signed, chain.size() - 1));
    RefusedException.require(
        as == next,
        ErrorCode.REQUEST_RULE,
        "“" + request.kind().label() + "”申请现在须由“" + next.label() + "”审核，不是“" + as.label() + "”");
    // what a unit below asks for its superior unit decides as the platform would
    Verdict verdict =
        holder.unit() == null
            ? Approvals.verdict(next, approve, opinion, context)
            : Approvals.verdictOfUnit(approve, opinion, context);
    boolean last = signed + 1 >= chain.size();
    Deadline until = request.until();
    if (approve && until != null) {
      requireWithinOwnLimit(until);
    }
    return signed(order, request, new Signature(next, verdict), !approve || last ? verdict : null);
  }

  /** Time that the holder does not have itself it cannot give away; it asks upward first. */
  private void requireWithinOwnLimit(Deadline until) throws RefusedException {
    Terms received = holder.received();
    RefusedException.require(
        received == null || !until.at().isAfter(received.due().at()),
        ErrorCode.EXTENSION_RULE,
        "延期至 "
            + until.at()
            + " 晚于本节点自己的时限"
            + (received == null ? "" : " " + received.due().at())
            + "，须先向上级申请延期");
  }

  private Changes<OrderEvent> signed(
      Order order, Request request, Signature signature, @Nullable Verdict verdict) {
    return new Changes<OrderEvent>()
        .event(
            new OrderEvent.OrderRequestSigned(
                order.assignment(), request.kind(), request.number(), signature, verdict))
        .effect(
            OrderPlacement.instruct(
                order,
                new Instruction.RequestDecided(request.number(), signature, verdict),
                context));
  }
}
