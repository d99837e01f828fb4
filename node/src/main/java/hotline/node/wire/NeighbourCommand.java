package hotline.node.wire;

import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Instruction;
import hotline.node.ticket.Report;
import org.jspecify.annotations.Nullable;

/** What a neighbour says about an assignment. */
public sealed interface NeighbourCommand {

  AssignmentId assignment();

  /**
   * The holder of the order says something to its assignee.
   *
   * @param ticket comes with {@link Instruction.Dispatched}
   */
  record Instructed(AssignmentId assignment, Instruction instruction, @Nullable TicketCopy ticket)
      implements NeighbourCommand {}

  /** The assignee says something to the holder of the order. */
  record Reported(AssignmentId assignment, Report report) implements NeighbourCommand {}
}
