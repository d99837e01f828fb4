package hotline.node.ticket;

import hotline.node.error.ErrorCode;
import hotline.node.ticket.AssignmentEvent.InstructionFollowed;
import hotline.node.ticket.AssignmentEvent.LateInstructionNoted;

/**
 * Takes in what the holder says. An instruction that comes too late to change anything is noted,
 * not refused: the two ends may well act at the same moment.
 */
final class InstructionDesk {

  private final Assignment assignment;
  private final DecisionContext context;

  InstructionDesk(Assignment assignment, DecisionContext context) {
    this.assignment = assignment;
    this.context = context;
  }

  Changes<AssignmentEvent> decide(Instruction instruction) throws RefusedException {
    if (instruction instanceof Instruction.Dispatched) {
      throw new RefusedException(
          ErrorCode.ALREADY_EXISTS, "派办 " + assignment.id() + " 已经收到过，不能重复派单");
    }
    boolean fits = instruction.fits(assignment);
    if (!fits && instruction instanceof Instruction.Redo) {
      // unlike the rest this asks for work, so the holder has to know that none will be done
      throw new RefusedException(
          ErrorCode.STATE_FORBIDS,
          "派办 " + assignment.id() + " 当前为“" + assignment.state().label() + "”，重办须为“已认可”");
    }
    Changes<AssignmentEvent> changes = new Changes<>();
    if (!fits) {
      return changes.event(new LateInstructionNoted(instruction, context.now()));
    }
    changes.event(new InstructionFollowed(instruction, context.now()));
    Assignment after = instruction.in(assignment);
    if (after.state().over()) {
      changes.effects(MergeDesk.dissolved(assignment));
    }
    return changes.add(instruction.passedOn(after, new OrderDesk(Holder.of(after), context)));
  }
}
