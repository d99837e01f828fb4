package hotline.local.demo.scenario;

import hotline.local.demo.client.OrderView;
import hotline.local.demo.client.Reference;
import hotline.local.demo.client.TicketView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the holder of orders does about them: the same for a ticket and a received assignment. */
final class HolderMoves {

  private final Decisions decisions;
  private final Attribution attribution;
  private final Phrases phrases;

  HolderMoves(Decisions decisions, Attribution attribution, Phrases phrases) {
    this.decisions = decisions;
    this.attribution = attribution;
    this.phrases = phrases;
  }

  /**
   * The first thing that an assignee waits for: a return, an extension or a reply to decide.
   *
   * @param mayExtend whether the holder sets the limit; one who was given a limit himself cannot
   *     give away more than that
   */
  Optional<Move> answerAssignee(TicketView ticket, List<OrderView> orders, boolean mayExtend) {
    for (OrderView order : orders) {
      Optional<Move> move = answerAssignee(ticket, order, mayExtend);
      if (move.isPresent()) {
        return move;
      }
    }
    return Optional.empty();
  }

  private Optional<Move> answerAssignee(TicketView ticket, OrderView order, boolean mayExtend) {
    String id = order.assignmentId();
    if (order.is("RETURN_REQUESTED")) {
      boolean approve = decisions.approvesReturn(ticket, order);
      return Optional.of(
          Move.of(
                  Users.DISPATCHER,
                  "decide-return",
                  Map.of(
                      "assignmentId",
                      id,
                      "approve",
                      approve,
                      "opinion",
                      approve ? "情况属实，同意退单，另行派办。" : "属你单位职责范围，请按时办理。"),
                  approve ? Act.RETURN_APPROVED : Act.RETURN_REJECTED)
              .affecting(approve ? Set.of() : nodeOf(order)));
    }
    if (order.putOffOpen().isPresent()) {
      return Optional.of(
          Move.of(
              Users.OFFICE,
              "office-decide",
              Map.of(
                  "assignmentId",
                  id,
                  "number",
                  order.putOffOpen().get().number(),
                  "approve",
                  true,
                  "opinion",
                  "同意挂账，到期办结清零。"),
              Act.PUT_ON_ACCOUNT));
    }
    if (order.extensionOpen()) {
      boolean grant = mayExtend && decisions.grantsExtension(ticket, order);
      return Optional.of(
          Move.of(
                  Users.DISPATCHER,
                  "decide-extension",
                  Map.of(
                      "assignmentId",
                      id,
                      "approve",
                      grant,
                      "opinion",
                      grant ? "同意延期，请向诉求人做好说明。" : "理由不充分，请在原时限内办结。"),
                  grant ? Act.EXTENSION_GRANTED : Act.EXTENSION_REJECTED)
              .affecting(nodeOf(order)));
    }
    if (order.is("ANSWERED")) {
      boolean accept = decisions.confirmsReply(ticket, order);
      return Optional.of(
          Move.of(
                  Users.REVIEWER,
                  "review",
                  Map.of(
                      "assignmentId",
                      id,
                      "accept",
                      accept,
                      "opinion",
                      accept ? "答复规范，予以通过。" : "答复过于简单，请补充办理经过和结果。"),
                  accept ? Act.REPLY_CONFIRMED : Act.REPLY_SENT_BACK)
              .affecting(accept ? Set.of() : nodeOf(order)));
    }
    return Optional.empty();
  }

  /** Dispatches to somebody who has not had it yet. */
  Move dispatch(
      TicketView ticket, List<OrderView> orders, Reference reference, Set<String> excluded) {
    Set<String> avoided = new HashSet<>(excluded);
    orders.forEach(order -> avoided.add(order.assignee().code()));
    List<OrderDraft> drafts = attribution.orders(ticket, reference, avoided);
    List<Act> counted = new ArrayList<>();
    for (OrderDraft draft : drafts) {
      counted.add(Act.DISPATCHED);
      if (draft.toNode()) {
        counted.add(Act.SENT_DOWN);
      }
      if (!draft.lead()) {
        counted.add(Act.CO_ORDERED);
      }
    }
    Set<String> nodes =
        drafts.stream()
            .filter(OrderDraft::toNode)
            .map(draft -> draft.assignee().code())
            .collect(Collectors.toSet());
    return new Move(
        Users.DISPATCHER, "dispatch", Map.of("orders", drafts), List.copyOf(counted), nodes, null);
  }

  Move redo(String user, TicketView ticket, OrderView lead) {
    return Move.of(
            user,
            "redo",
            Map.of(
                "assignmentId",
                lead.assignmentId(),
                "ground",
                "NOT_DILIGENT",
                "reason",
                phrases.redoReason(Decisions.key(ticket))),
            Act.REDONE)
        .affecting(nodeOf(lead));
  }

  static Optional<OrderView> liveLead(List<OrderView> orders) {
    return orders.stream().filter(order -> order.live() && order.lead()).findFirst();
  }

  static boolean outstanding(List<OrderView> orders) {
    return orders.stream().anyMatch(order -> order.live() && !order.is("ACCEPTED"));
  }

  private static Set<String> nodeOf(OrderView order) {
    return order.assignee().isNode() ? Set.of(order.assignee().code()) : Set.of();
  }
}
