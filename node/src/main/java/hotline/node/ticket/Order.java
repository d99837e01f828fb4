package hotline.node.ticket;

import hotline.node.classification.HandlingRole;
import org.jspecify.annotations.Nullable;

/**
 * What an assigner decided about one assignment, and the last it heard of it. Part of the holder:
 * the ticket, or the received assignment that it was dispatched from.
 *
 * @param round 1 for the first dispatch, more after a redo
 * @param problem why the delivery failed, in Chinese; null while it has not
 */
public record Order(
    AssignmentId assignment,
    Assignee assignee,
    HandlingRole role,
    @Nullable String note,
    int round,
    OrderState state,
    Terms terms,
    Delivery delivery,
    @Nullable String problem,
    Handling handling) {

  public boolean returnPending() {
    return state == OrderState.RETURN_REQUESTED;
  }

  public boolean extensionPending() {
    return state == OrderState.SIGNED && handling.pendingExtension().isPresent();
  }

  public boolean isLead() {
    return role == HandlingRole.LEAD;
  }

  Order in(OrderState state) {
    return new Order(
        assignment, assignee, role, note, round, state, terms, delivery, problem, handling);
  }

  Order with(Handling handling) {
    return new Order(
        assignment, assignee, role, note, round, state, terms, delivery, problem, handling);
  }

  Order with(Terms terms) {
    return new Order(
        assignment, assignee, role, note, round, state, terms, delivery, problem, handling);
  }

  Order delivered(Delivery delivery, @Nullable String problem) {
    return new Order(
        assignment, assignee, role, note, round, state, terms, delivery, problem, handling);
  }

  Order redone(int round, Terms terms) {
    return new Order(
        assignment,
        assignee,
        role,
        note,
        round,
        OrderState.PLACED,
        terms,
        delivery == Delivery.LOCAL ? Delivery.LOCAL : Delivery.PENDING,
        null,
        handling.forNextRound());
  }

  /** After a report. Whoever reports has the order, even if news of its delivery is under way. */
  Order heard(Report report) {
    Order known = delivery == Delivery.PENDING ? delivered(Delivery.DELIVERED, null) : this;
    return known.with(report.in(handling)).in(report.after(state));
  }
}
