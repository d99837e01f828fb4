package hotline.node.ticket;

import hotline.node.error.ErrorCode;
import hotline.node.ticket.AssignmentEvent.AssignmentReceived;
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
      return command.decide(assignment, context).decision();
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

  private static void requireAllowed(Assignment assignment, AssignmentCommand command)
      throws RefusedException {
    AssignmentAction action = command.assignmentAction();
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
}
