package hotline.node.ticket;

import hotline.node.classification.ClosureKind;
import hotline.node.classification.HandlingRole;
import hotline.node.error.ErrorCode;
import hotline.node.policy.AssigneeKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Places orders: who gets the work, in which role, by when (DSP-01 to DSP-03). */
final class OrderPlacement {

  private static final int MAX_LIVE = 50;

  private final Holder holder;
  private final DecisionContext context;

  OrderPlacement(Holder holder, DecisionContext context) {
    this.holder = holder;
    this.context = context;
  }

  Changes<OrderEvent> escalate(String reason) throws RefusedException {
    NodeRef parent = context.parent();
    if (parent == null) {
      throw new RefusedException(
          ErrorCode.NO_PARENT, "本节点“" + context.self().name() + "”没有上级节点，不能上报");
    }
    String note = RefusedException.requireText(reason, ErrorCode.OPINION_MISSING, "上报理由");
    return place(List.of(new OrderDraft(parent, HandlingRole.LEAD, note)));
  }

  Changes<OrderEvent> place(List<OrderDraft> drafts) throws RefusedException {
    return place(drafts, null);
  }

  /**
   * @param designation what a joint meeting decided, null for an ordinary dispatch
   */
  Changes<OrderEvent> place(List<OrderDraft> drafts, @Nullable String designation)
      throws RefusedException {
    List<Order> replaced = replaced(drafts);
    List<Order> remaining =
        holder.orders().live().stream().filter(order -> !replaced.contains(order)).toList();
    requireOneLead(drafts, remaining);
    requireAssignees(drafts, remaining);
    Changes<OrderEvent> changes =
        new OrderDesk(holder, context)
            .conclude(replaced, new Conclusion(ClosureKind.REASSIGNED, null, context.now()));
    int number = holder.orders().nextNumber();
    for (OrderDraft draft : drafts) {
      place(draft, designation, holder.ids().apply(number++), changes);
    }
    return changes;
  }

  /**
   * Accepted work that the new orders take the place of: all of it when a settled matter goes to
   * another lead after a follow-up (LIF-19), else that of an assignee who gets a new order, such as
   * a co-handler who has to take the lead over.
   */
  private List<Order> replaced(List<OrderDraft> drafts) {
    boolean newLead = drafts.stream().anyMatch(draft -> draft.role() == HandlingRole.LEAD);
    if (holder.orders().settled() && newLead) {
      return holder.orders().live();
    }
    Set<String> wanted = new HashSet<>();
    drafts.forEach(draft -> wanted.add(keyOf(draft.assignee())));
    return holder.orders().live().stream()
        .filter(order -> order.state() == OrderState.ACCEPTED)
        .filter(order -> wanted.contains(keyOf(order.assignee())))
        .toList();
  }

  private void place(
      OrderDraft draft,
      @Nullable String designation,
      AssignmentId id,
      Changes<OrderEvent> changes) {
    Briefing briefing = new Briefing(draft.supervisor(), designation, draft.phoned());
    Assignee assignee = draft.assignee();
    Terms terms =
        OrderTerms.of(context, holder.subject(), kindOf(assignee, context), holder.received());
    Order order =
        new Order(
            id,
            assignee,
            draft.role(),
            draft.note(),
            1,
            OrderState.PLACED,
            terms,
            assignee instanceof NodeRef ? Delivery.PENDING : Delivery.LOCAL,
            null,
            Handling.NONE,
            briefing);
    Charge charge =
        new Charge(
            context.self(),
            assignee instanceof NodeRef node ? node : context.self(),
            assignee instanceof UnitRef unit ? unit : null,
            draft.role(),
            draft.note(),
            briefing);
    changes.event(new OrderEvent.OrderPlaced(order));
    changes.effect(
        instruct(order, new Instruction.Dispatched(charge, holder.subject(), terms), context));
  }

  private void requireOneLead(List<OrderDraft> drafts, List<Order> remaining)
      throws RefusedException {
    RefusedException.require(
        !drafts.isEmpty() && drafts.size() + remaining.size() <= MAX_LIVE,
        ErrorCode.ASSIGNEE_RULE,
        "派单对象应为 1 至 " + MAX_LIVE + " 个，收到 " + drafts.size() + " 个");
    long leads =
        drafts.stream().filter(draft -> draft.role() == HandlingRole.LEAD).count()
            + remaining.stream().filter(Order::isLead).count();
    RefusedException.require(
        leads == 1, ErrorCode.LEAD_UNIT_RULE, "主办单位须且只能有一个，派单后将有 " + leads + " 个");
  }

  private void requireAssignees(List<OrderDraft> drafts, List<Order> remaining)
      throws RefusedException {
    Set<String> busy = new HashSet<>();
    remaining.forEach(order -> busy.add(keyOf(order.assignee())));
    for (OrderDraft draft : drafts) {
      Assignee assignee = draft.assignee();
      requireLevel(draft);
      RefusedException.require(
          busy.add(keyOf(assignee)), ErrorCode.ASSIGNEE_RULE, "“" + assignee.name() + "”已在办理或重复派单");
      RefusedException.require(
          !(assignee instanceof NodeRef node && node.code().equals(context.self().code())),
          ErrorCode.ASSIGNEE_RULE,
          "不能派给本节点“" + assignee.name() + "”自己，应派给本节点的承办单位或下级节点");
      Optional<NodeRef> assigner = Optional.ofNullable(holder.assigner());
      RefusedException.require(
          !(assignee instanceof NodeRef node
              && assigner.filter(from -> from.code().equals(node.code())).isPresent()),
          ErrorCode.ASSIGNEE_RULE,
          "不能派回交办来源“" + assignee.name() + "”，不属本节点职责的应申请退单");
    }
  }

  /**
   * Level by level: a unit to those below it, everybody else to those at the top (DSP-05, DSP-10).
   */
  private void requireLevel(OrderDraft draft) throws RefusedException {
    UnitRef holding = holder.unit();
    UnitRef under = draft.under();
    if (holding != null) {
      RefusedException.require(
          under != null && under.code().equals(holding.code()),
          ErrorCode.ASSIGNEE_RULE,
          "“" + holding.name() + "”只能转派给所属下级单位，“" + draft.assignee().name() + "”不是");
    } else if (under != null) {
      RefusedException.require(
          !context.policy().dispatch().levelByLevel(holder.subject().category()),
          ErrorCode.ASSIGNEE_RULE,
          "“" + draft.assignee().name() + "”是二级单位，须派给主管单位“" + under.name() + "”转办");
    }
  }

  private static String keyOf(Assignee assignee) {
    return (assignee instanceof NodeRef ? "node " : "unit ") + assignee.codeText();
  }

  static AssigneeKind kindOf(Assignee assignee, DecisionContext context) {
    if (assignee instanceof UnitRef) {
      return AssigneeKind.UNIT;
    }
    NodeRef parent = context.parent();
    return parent != null && assignee.codeText().equals(parent.codeText())
        ? AssigneeKind.PARENT
        : AssigneeKind.CHILD;
  }

  static Effect instruct(Order order, Instruction instruction, DecisionContext context) {
    return new Effect.Instruct(
        order.assignment(),
        order.assignee() instanceof NodeRef node ? node.code() : context.self().code(),
        instruction);
  }
}
