package hotline.node.handling;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.reference.Neighbours;
import hotline.node.reference.ReferenceData;
import hotline.node.ticket.Assignee;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.UnitCode;
import hotline.node.ticket.UnitRef;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds whom a dispatcher means: a unit of this node, or a child node. */
@Singleton
final class Assignees {

  private final ReferenceData reference;
  private final Neighbours neighbours;

  Assignees(ReferenceData reference, Neighbours neighbours) {
    this.reference = reference;
    this.neighbours = neighbours;
  }

  List<OrderDraft> drafts(List<ActionRequests.OrderRequest> orders) {
    return orders.stream()
        .map(order -> new OrderDraft(find(order.assignee()), order.role(), order.note()))
        .toList();
  }

  /** The unit of this node with the code. */
  UnitRef unit(String code) {
    return reference
        .unit(code)
        .map(unit -> new UnitRef(UnitCode.of(unit.code()), unit.name()))
        .orElseThrow(() -> unknown("承办单位", code));
  }

  private Assignee find(ActionRequests.AssigneeRequest wanted) {
    return switch (wanted.kind()) {
      case UNIT -> unit(wanted.code());
      case NODE ->
          neighbours.children().stream()
              .filter(child -> child.codeText().equals(wanted.code()))
              .findFirst()
              .<NodeRef>map(child -> child)
              .orElseThrow(() -> unknown("下级节点", wanted.code()));
    };
  }

  private static RefusedException unknown(String kind, String code) {
    return new RefusedException(
        ErrorCode.UNKNOWN_ASSIGNEE, "没有代码为“" + code + "”的" + kind + "，请从派办对象列表中选择");
  }
}
