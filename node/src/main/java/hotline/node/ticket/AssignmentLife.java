package hotline.node.ticket;

import hotline.node.error.ErrorCode;
import hotline.node.ticket.AssignmentCommand.DeemSignedFor;
import hotline.node.ticket.AssignmentCommand.NoteContact;
import hotline.node.ticket.AssignmentCommand.ReceiveInstruction;
import hotline.node.ticket.AssignmentCommand.ReplyToHolder;
import hotline.node.ticket.AssignmentCommand.RequestExtension;
import hotline.node.ticket.AssignmentCommand.RequestReturn;
import hotline.node.ticket.AssignmentCommand.SignForWork;
import hotline.node.ticket.AssignmentEvent.AssignmentReceived;
import hotline.node.ticket.HolderCommand.DecideExtension;
import hotline.node.ticket.HolderCommand.DecideReturn;
import hotline.node.ticket.HolderCommand.Escalate;
import hotline.node.ticket.HolderCommand.PlaceOrders;
import hotline.node.ticket.HolderCommand.RedoOrder;
import hotline.node.ticket.HolderCommand.ReviewReply;
import hotline.node.ticket.HolderCommand.UrgeOrders;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The life of an assignment at the node that carries it out. Pure: the same assignment, command and
 * context always give the same decision.
 */
public final class AssignmentLife {

  private AssignmentLife() {}

  /** Takes in new work; the id must not be known here yet. */
  public static Decision<AssignmentEvent> receive(
      AssignmentId id, Instruction.Dispatched dispatched, DecisionContext context) {
    Charge charge = dispatched.charge();
    if (!charge.node().code().equals(context.self().code())) {
      return new Decision.Refused<>(
          ErrorCode.UNKNOWN_ASSIGNEE,
          "派办 " + id + " 派给的是“" + charge.node().name() + "”，不是本节点“" + context.self().name() + "”");
    }
    boolean ownUnit = charge.assigner().code().equals(context.self().code());
    if (charge.unit() != null && !ownUnit) {
      return new Decision.Refused<>(
          ErrorCode.UNKNOWN_ASSIGNEE,
          "派办 " + id + " 应派给本节点，再由本节点派给承办单位“" + charge.unit().name() + "”");
    }
    return new Changes<AssignmentEvent>()
        .event(
            new AssignmentReceived(
                id, charge, dispatched.subject(), dispatched.terms(), context.now()))
        .decision();
  }

  /** Decides a command; the assignment is the current one of its node. */
  public static Decision<AssignmentEvent> decide(
      Assignment assignment, AssignmentCommand command, DecisionContext context) {
    try {
      requireAllowed(assignment, command);
      return changes(assignment, command, context).decision();
    } catch (RefusedException e) {
      return e.decision();
    }
  }

  /**
   * Applies one decision's events.
   *
   * @param assignment null when the first event is its receipt
   * @return the assignment with its version raised by one; the same one when there are no events
   */
  public static Assignment evolve(@Nullable Assignment assignment, List<AssignmentEvent> events) {
    if (assignment != null && events.isEmpty()) {
      return assignment;
    }
    return AssignmentChanges.apply(assignment, events).next();
  }

  private static Changes<AssignmentEvent> changes(
      Assignment assignment, AssignmentCommand command, DecisionContext context)
      throws RefusedException {
    if (command instanceof HolderCommand holderCommand) {
      return new Changes<AssignmentEvent>()
          .add(new OrderDesk(Holder.of(assignment), context).decide(holderCommand));
    } else if (command instanceof ReceiveInstruction receive) {
      return new InstructionDesk(assignment, context).decide(receive.instruction());
    }
    return new AssigneeDesk(assignment, context).decide(command);
  }

  private static void requireAllowed(Assignment assignment, AssignmentCommand command)
      throws RefusedException {
    AssignmentAction action = actionOf(command);
    Set<AssignmentAction> allowed = AssignmentAction.allowedFor(assignment);
    if (action == null || allowed.contains(action)) {
      return;
    }
    boolean waitingBelow =
        assignment.orders().outstanding()
            && (action == AssignmentAction.REPLY || action == AssignmentAction.REQUEST_RETURN);
    if (waitingBelow && assignment.state() == AssignmentState.IN_HANDLING) {
      throw new RefusedException(
          ErrorCode.ORDERS_OUTSTANDING,
          "派办 " + assignment.id() + " 转派出去的工作尚未全部答复并认可，不能" + action.label());
    }
    throw RefusedException.state("派办 " + assignment.id(), assignment.state(), action, allowed);
  }

  /**
   * The action that people see; null for what timers and neighbours say, which has rules of its
   * own.
   */
  private static @Nullable AssignmentAction actionOf(AssignmentCommand command) {
    if (command instanceof SignForWork) {
      return AssignmentAction.SIGN_FOR;
    } else if (command instanceof NoteContact) {
      return AssignmentAction.CONTACT;
    } else if (command instanceof ReplyToHolder) {
      return AssignmentAction.REPLY;
    } else if (command instanceof RequestReturn) {
      return AssignmentAction.REQUEST_RETURN;
    } else if (command instanceof RequestExtension) {
      return AssignmentAction.REQUEST_EXTENSION;
    } else if (command instanceof DeemSignedFor || command instanceof ReceiveInstruction) {
      return null;
    } else if (command instanceof PlaceOrders) {
      return AssignmentAction.DISPATCH;
    } else if (command instanceof Escalate) {
      return AssignmentAction.ESCALATE;
    } else if (command instanceof ReviewReply) {
      return AssignmentAction.REVIEW;
    } else if (command instanceof DecideReturn) {
      return AssignmentAction.DECIDE_RETURN;
    } else if (command instanceof DecideExtension) {
      return AssignmentAction.DECIDE_EXTENSION;
    } else if (command instanceof RedoOrder) {
      return AssignmentAction.REDO;
    } else if (command instanceof UrgeOrders urge) {
      return switch (urge.kind()) {
        case REMINDER, UNKNOWN -> AssignmentAction.REMIND;
        case SUPERVISION -> AssignmentAction.SUPERVISE;
      };
    }
    return null;
  }
}
