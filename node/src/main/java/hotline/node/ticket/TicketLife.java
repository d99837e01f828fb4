package hotline.node.ticket;

import hotline.node.ticket.HolderCommand.DecideExtension;
import hotline.node.ticket.HolderCommand.DecideReturn;
import hotline.node.ticket.HolderCommand.Escalate;
import hotline.node.ticket.HolderCommand.PlaceOrders;
import hotline.node.ticket.HolderCommand.RedoOrder;
import hotline.node.ticket.HolderCommand.ReviewReply;
import hotline.node.ticket.HolderCommand.UrgeOrders;
import hotline.node.ticket.TicketCommand.AcceptTicket;
import hotline.node.ticket.TicketCommand.AnswerTicket;
import hotline.node.ticket.TicketCommand.ArchiveTicket;
import hotline.node.ticket.TicketCommand.AssumeSatisfied;
import hotline.node.ticket.TicketCommand.CloseTicket;
import hotline.node.ticket.TicketCommand.ExplainToRequester;
import hotline.node.ticket.TicketCommand.FollowUpTicket;
import hotline.node.ticket.TicketCommand.RefuseTicket;
import hotline.node.ticket.TicketCommand.WithdrawTicket;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The life of a ticket at its owner. Pure: the same ticket, command and context always give the
 * same decision.
 */
public final class TicketLife {

  private TicketLife() {}

  /** Registers an appeal and, if the command carries a ruling, decides about it at once. */
  public static Decision<TicketEvent> register(RegisterTicket command, DecisionContext context) {
    try {
      return new TicketIntake(context).register(command).decision();
    } catch (RefusedException e) {
      return e.decision();
    }
  }

  /** Decides a command; the ticket is the current one of its owner. */
  public static Decision<TicketEvent> decide(
      Ticket ticket, TicketCommand command, DecisionContext context) {
    try {
      requireAllowed(ticket, command);
      return changes(ticket, command, context).decision();
    } catch (RefusedException e) {
      return e.decision();
    }
  }

  /**
   * Applies one decision's events.
   *
   * @param ticket null when the first event registers it
   * @return the ticket with its version raised by one; the same ticket when there are no events
   */
  public static Ticket evolve(@Nullable Ticket ticket, List<TicketEvent> events) {
    if (ticket != null && events.isEmpty()) {
      return ticket;
    }
    return TicketChanges.apply(ticket, events).next();
  }

  private static Changes<TicketEvent> changes(
      Ticket ticket, TicketCommand command, DecisionContext context) throws RefusedException {
    if (command instanceof HolderCommand holderCommand) {
      return ordersChanged(ticket, holderCommand, context);
    } else if (command instanceof TicketCommand.Ruling ruling) {
      return new TicketIntake(context).rule(ticket, ruling);
    }
    return new TicketEnding(ticket, context).decide(command);
  }

  /** When the last answer has been accepted, the citizen gets it in the same breath. */
  private static Changes<TicketEvent> ordersChanged(
      Ticket ticket, HolderCommand command, DecisionContext context) throws RefusedException {
    Changes<OrderEvent> orders = new OrderDesk(Holder.of(ticket), context).decide(command);
    Changes<TicketEvent> changes = new Changes<TicketEvent>().add(orders);
    Ticket after = TicketChanges.apply(ticket, changes.events());
    boolean working =
        ticket.state() == TicketState.IN_HANDLING || ticket.state() == TicketState.IN_REVIEW;
    if (working && after.orders().settled()) {
      changes.add(new TicketEnding(after, context).answerFromLead());
    }
    return changes;
  }

  private static void requireAllowed(Ticket ticket, TicketCommand command) throws RefusedException {
    TicketAction action = actionOf(command);
    Set<TicketAction> allowed = TicketAction.allowedFor(ticket);
    if (action != null && !allowed.contains(action)) {
      throw RefusedException.state("工单 " + ticket.id(), ticket.state(), action, allowed);
    }
  }

  /**
   * The action that people see; null for what timers and neighbours say, which has rules of its
   * own.
   */
  private static @Nullable TicketAction actionOf(TicketCommand command) {
    if (command instanceof AcceptTicket) {
      return TicketAction.ACCEPT;
    } else if (command instanceof RefuseTicket) {
      return TicketAction.REFUSE;
    } else if (command instanceof AnswerTicket) {
      return TicketAction.ANSWER;
    } else if (command instanceof FollowUpTicket) {
      return TicketAction.FOLLOW_UP;
    } else if (command instanceof ExplainToRequester) {
      return TicketAction.EXPLAIN;
    } else if (command instanceof CloseTicket) {
      return TicketAction.CLOSE;
    } else if (command instanceof ArchiveTicket) {
      return TicketAction.ARCHIVE;
    } else if (command instanceof WithdrawTicket) {
      return TicketAction.WITHDRAW;
    } else if (command instanceof AssumeSatisfied) {
      return null;
    } else if (command instanceof PlaceOrders) {
      return TicketAction.DISPATCH;
    } else if (command instanceof Escalate) {
      return TicketAction.ESCALATE;
    } else if (command instanceof ReviewReply) {
      return TicketAction.REVIEW;
    } else if (command instanceof DecideReturn) {
      return TicketAction.DECIDE_RETURN;
    } else if (command instanceof DecideExtension) {
      return TicketAction.DECIDE_EXTENSION;
    } else if (command instanceof RedoOrder) {
      return TicketAction.REDO;
    } else if (command instanceof UrgeOrders urge) {
      return switch (urge.kind()) {
        case REMINDER, UNKNOWN -> TicketAction.REMIND;
        case SUPERVISION -> TicketAction.SUPERVISE;
      };
    }
    return null;
  }
}
