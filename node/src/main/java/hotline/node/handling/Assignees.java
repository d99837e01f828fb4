package hotline.node.handling;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.reference.Drafts;
import hotline.node.reference.HandlingUnit;
import hotline.node.reference.Neighbours;
import hotline.node.reference.ReferenceData;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.UnitRef;
import jakarta.inject.Singleton;
import java.util.List;

/** Finds whom a dispatcher means: a unit of this node, or a child node. */
@Singleton
final class Assignees {

  private final ReferenceData reference;
  private final Neighbours neighbours;
  private final Drafts drafts;

  Assignees(ReferenceData reference, Neighbours neighbours, Drafts drafts) {
    this.drafts = drafts;
    this.reference = reference;
    this.neighbours = neighbours;
  }

  List<OrderDraft> drafts(List<ActionRequests.OrderRequest> orders) {
    return orders.stream().map(this::draft).toList();
  }

  /** The unit of this node with the code. */
  UnitRef unit(String code) {
    return reference.unit(code).map(Drafts::ref).orElseThrow(() -> unknown("承办单位", code));
  }

  private OrderDraft draft(ActionRequests.OrderRequest order) {
    ActionRequests.AssigneeRequest wanted = order.assignee();
    if (wanted.kind() == ActionRequests.Kind.NODE) {
      return new OrderDraft(
          child(wanted.code()), order.role(), order.note(), null, null, order.phoned());
    }
    HandlingUnit unit =
        reference.unit(wanted.code()).orElseThrow(() -> unknown("承办单位", wanted.code()));
    return drafts.to(unit, order.role(), order.note(), order.phoned());
  }

  private NodeRef child(String code) {
    return neighbours.children().stream()
        .filter(child -> child.codeText().equals(code))
        .findFirst()
        .orElseThrow(() -> unknown("下级节点", code));
  }

  private static RefusedException unknown(String kind, String code) {
    return new RefusedException(
        ErrorCode.UNKNOWN_ASSIGNEE, "没有代码为“" + code + "”的" + kind + "，请从派办对象列表中选择");
  }
}
