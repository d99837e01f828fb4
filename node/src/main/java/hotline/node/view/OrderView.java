package hotline.node.view;

import hotline.node.classification.HandlingRole;
import hotline.node.ticket.Assignee;
import hotline.node.ticket.Delivery;
import hotline.node.ticket.Order;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.UnitRef;
import io.micronaut.serde.annotation.Serdeable;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order: what its holder decided, and the last it heard of it.
 *
 * @param phoned that the assignee was called by telephone as well (DSP-11)
 * @param problem why it could not be delivered, in Chinese
 */
@Serdeable
public record OrderView(
    String assignmentId,
    AssigneeView assignee,
    HandlingRole role,
    @FreeText @Nullable String note,
    int round,
    OffsetDateTime orderedAt,
    DueView signForDue,
    DueView due,
    OrderState state,
    Delivery delivery,
    @FreeText @Nullable String problem,
    @Nullable ReplyView reply,
    @Nullable ReturnView returnRequest,
    List<ExtensionView> extensions,
    List<RequestView> requests,
    boolean excluded,
    @FreeText @Nullable String designation,
    @Nullable Named supervisor,
    @FreeText @Nullable String phoned,
    List<UrgeView> urges,
    @Nullable PlanView plan) {

  static OrderView of(Order order) {
    return new OrderView(
        order.assignment().toString(),
        AssigneeView.of(order.assignee()),
        order.role(),
        order.note(),
        order.round(),
        Times.local(order.terms().dispatchedAt()),
        DueView.of(order.terms().signForDue()),
        DueView.of(order.terms().due()),
        order.state(),
        order.delivery(),
        order.problem(),
        order.handling().lastReply().map(ReplyView::of).orElse(null),
        ReturnView.of(order.handling().returnRequest()),
        ExtensionView.of(order.handling()),
        order.handling().requests().stream().map(RequestView::of).toList(),
        order.handling().excluded(),
        order.briefing().designation(),
        order.briefing().supervisor() == null ? null : Named.of(order.briefing().supervisor()),
        order.briefing().phoned(),
        order.handling().urges().stream().map(UrgeView::of).toList(),
        PlanView.of(order.handling().plan()));
  }

  /** Who it went to: {@code UNIT} of the same node, or a neighbour {@code NODE}. */
  @Serdeable
  public record AssigneeView(String kind, String code, String name) {

    static AssigneeView of(Assignee assignee) {
      return new AssigneeView(
          assignee instanceof UnitRef ? "UNIT" : "NODE", assignee.codeText(), assignee.name());
    }
  }
}
