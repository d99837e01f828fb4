package hotline.node.intake;

import hotline.node.classification.HandlingRole;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.reference.Drafts;
import hotline.node.reference.HandlingUnit;
import hotline.node.reference.MatterCatalogue;
import hotline.node.reference.Neighbours;
import hotline.node.reference.ReferenceData;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.OrderDraft;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Orders that are placed as an appeal is accepted 即时转办, by place and catalogue (DSP-13). */
@Singleton
final class DirectOrders {

  private final Attribution attribution;
  private final ReferenceData reference;
  private final Neighbours neighbours;
  private final Drafts drafts;

  DirectOrders(
      Attribution attribution, ReferenceData reference, Neighbours neighbours, Drafts drafts) {
    this.attribution = attribution;
    this.reference = reference;
    this.neighbours = neighbours;
    this.drafts = drafts;
  }

  /**
   * The orders that follow from place and catalogue without anybody's looking: to the county that
   * it is about, or to the units whose matter it is (DSP-13).
   *
   * @throws RefusedException {@code UNKNOWN_ASSIGNEE} when they do not tell
   */
  List<OrderDraft> direct(Appeal appeal) {
    Optional<NodeRef> county = attribution.county(appeal);
    if (county.isPresent()) {
      return List.of(new OrderDraft(county.get(), HandlingRole.LEAD, "按属地即时转办"));
    }
    MatterCatalogue catalogue = reference.catalogue(appeal.catalogue());
    List<HandlingUnit> units =
        Attribution.matter(appeal, catalogue)
            .map(matter -> attribution.units(matter, catalogue))
            .orElse(List.of());
    if (units.isEmpty()) {
      throw new RefusedException(
          ErrorCode.UNKNOWN_ASSIGNEE,
          appeal.matter() == null
              ? "没有登记事项，不能按归口目录即时转办，请登记事项或选择承办单位"
              : "归口目录第"
                  + catalogue.version()
                  + "版没有为事项“"
                  + appeal.matter().name()
                  + "”指明本节点的承办单位，请选择承办单位");
    }
    String note = "按归口目录第" + catalogue.version() + "版即时转办";
    List<OrderDraft> orders = new ArrayList<>();
    for (HandlingUnit unit : units) {
      orders.add(
          drafts.to(unit, orders.isEmpty() ? HandlingRole.LEAD : HandlingRole.CO, note, null));
    }
    return orders;
  }

  /**
   * The order to somebody who was chosen: by a dispatcher freely, by a call taker among those whom
   * place and catalogue tell (DSP-01, DSP-13).
   */
  OrderDraft chosen(Appeal appeal, IntakeRequest.AssigneeRequest assignee, boolean freely) {
    if (!freely
        && attribution.suggestions(appeal).stream().noneMatch(told -> isMeant(told, assignee))) {
      throw new RefusedException(ErrorCode.FORBIDDEN, "按属地和归口目录该诉求不属所选单位，须由派单员派单；请改为“受理”，或者按建议转办");
    }
    String note = "受理时即时转办";
    return switch (assignee.kind()) {
      case NODE ->
          neighbours.children().stream()
              .filter(child -> child.codeText().equals(assignee.code()))
              .findFirst()
              .map(child -> new OrderDraft(child, HandlingRole.LEAD, note))
              .orElseThrow(() -> unknown("下级节点", assignee.code()));
      case UNIT ->
          reference
              .unit(assignee.code())
              .map(unit -> drafts.to(unit, HandlingRole.LEAD, note, null))
              .orElseThrow(() -> unknown("承办单位", assignee.code()));
    };
  }

  private static boolean isMeant(
      Attribution.Suggestion told, IntakeRequest.AssigneeRequest assignee) {
    return !told.guessed()
        && told.kind().equals(assignee.kind().name())
        && told.code().equals(assignee.code());
  }

  private static RefusedException unknown(String kind, String code) {
    return new RefusedException(ErrorCode.UNKNOWN_ASSIGNEE, "没有代码为“" + code + "”的" + kind);
  }
}
