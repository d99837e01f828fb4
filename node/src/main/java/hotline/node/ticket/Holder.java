package hotline.node.ticket;

import hotline.node.error.ErrorCode;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about orders need to know of the ticket or assignment that holds them.
 *
 * @param what names the holder in messages
 * @param ids the id of the order with a number
 * @param received the terms under which the holder got the work itself, null for a ticket
 * @param assigner whom it got it from, null for a ticket
 * @param unit the unit that holds it, null for a node or a ticket
 */
record Holder(
    String what,
    Orders orders,
    Subject subject,
    IntFunction<AssignmentId> ids,
    @Nullable Terms received,
    @Nullable NodeRef assigner,
    @Nullable UnitRef unit) {

  static Holder of(Ticket ticket) {
    return new Holder(
        "工单 " + ticket.id(),
        ticket.orders(),
        Subject.of(ticket),
        number -> AssignmentId.of(ticket.id(), number),
        null,
        null,
        null);
  }

  static Holder of(Assignment assignment) {
    return new Holder(
        "派办 " + assignment.id(),
        assignment.orders(),
        assignment.subject(),
        assignment.id()::child,
        assignment.terms(),
        assignment.charge().assigner(),
        assignment.charge().unit());
  }

  Order order(AssignmentId id) throws RefusedException {
    return orders
        .find(id)
        .orElseThrow(() -> new RefusedException(ErrorCode.NO_SUCH_ORDER, what + "没有派办 " + id));
  }
}
