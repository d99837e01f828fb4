package hotline.node.life;

import hotline.node.classification.ContactResult;
import hotline.node.classification.ContactWay;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.HandlingRole;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.Role;
import hotline.node.classification.Satisfaction;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentAction;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.Decision;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.Merge;
import hotline.node.ticket.Order;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.Orders;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketAction;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.UnitRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People who do the next sensible thing, and nothing else. */
final class Worker {

  private static final Actor STAFF = Actor.user("zhiban", Role.DISPATCHER);

  private Worker() {}

  static void work(SimulatedNode node, Ticket ticket) {
    Set<TicketAction> allowed = TicketAction.allowedFor(ticket);
    if (allowed.contains(TicketAction.ACCEPT)) {
      accept(node, ticket);
    } else if (allowed.contains(TicketAction.FOLLOW_UP)) {
      node.decide(
          ticket.id(),
          new TicketCommand.FollowUpTicket(
              FollowUpChannel.CALL, Satisfaction.SATISFIED, true, null),
          STAFF);
    } else if (allowed.contains(TicketAction.DECIDE_SCREENING)) {
      node.decide(
          ticket.id(),
          new TicketCommand.DecideScreening(true, null),
          Actor.user("shenhe", Role.REVIEWER));
    } else if (allowed.contains(TicketAction.ARCHIVE)) {
      node.decide(ticket.id(), new TicketCommand.ArchiveTicket(), STAFF);
    } else {
      decision(ticket.orders()).ifPresent(c -> node.decide(ticket.id(), c, STAFF));
      dispatch(node, node.tickets.get(ticket.id()).orders())
          .filter(c -> allowed.contains(TicketAction.DISPATCH))
          .ifPresent(c -> node.decide(ticket.id(), c, STAFF));
    }
  }

  static void work(SimulatedNode node, Assignment assignment) {
    Set<AssignmentAction> allowed = AssignmentAction.allowedFor(assignment);
    if (allowed.contains(AssignmentAction.SIGN_FOR)) {
      node.decide(assignment.id(), new AssignmentCommand.SignForWork(null), STAFF);
    } else if (allowed.contains(AssignmentAction.REPLY)) {
      Merge merge = assignment.team().merge();
      if (merge != null) {
        node.decide(assignment.id(), new AssignmentCommand.SplitWork(merge.into()), STAFF);
      }
      node.decide(
          assignment.id(),
          new AssignmentCommand.NoteContact("上门沟通", ContactWay.VISIT, ContactResult.REACHED),
          STAFF);
      Decision<?> replied =
          node.decide(
              assignment.id(), new AssignmentCommand.ReplyToHolder("已办理完毕", true, true), STAFF);
      if (replied instanceof Decision.Refused<?> && assignment.receivedByNode()) {
        // what a hotline may not answer itself goes to a unit (TOP-23)
        dispatch(node, node.assignments.get(assignment.id()).orders())
            .ifPresent(command -> node.decide(assignment.id(), command, STAFF));
      }
    } else if (allowed.contains(AssignmentAction.DISPATCH)) {
      decision(assignment.orders())
          .ifPresent(command -> node.decide(assignment.id(), command, STAFF));
    }
  }

  private static void accept(SimulatedNode node, Ticket ticket) {
    Decision<?> accepted = node.decide(ticket.id(), new TicketCommand.AcceptTicket(null), STAFF);
    if (accepted instanceof Decision.Refused<?>) {
      node.decide(
          ticket.id(),
          new TicketCommand.RefuseTicket(RefusalGround.VAGUE, "请补充事发地点和联系方式后再次反映"),
          STAFF);
    }
  }

  private static Optional<HolderCommand> decision(Orders orders) {
    for (Order order : orders.live()) {
      if (order.state() == OrderState.ANSWERED) {
        return Optional.of(new HolderCommand.ReviewReply(order.assignment(), true, null));
      } else if (order.returnPending()) {
        return Optional.of(new HolderCommand.DecideReturn(order.assignment(), true, null));
      }
    }
    return Optional.empty();
  }

  private static Optional<HolderCommand> dispatch(SimulatedNode node, Orders orders) {
    if (orders.liveLead().isPresent()) {
      return Optional.empty();
    }
    Optional<UnitRef> free =
        node.units.stream()
            .filter(
                unit ->
                    orders.live().stream()
                        .filter(order -> order.state() != OrderState.ACCEPTED)
                        .noneMatch(order -> order.assignee().equals(unit)))
            .findFirst();
    return free.map(
        unit ->
            new HolderCommand.PlaceOrders(List.of(new OrderDraft(unit, HandlingRole.LEAD, null))));
  }
}
