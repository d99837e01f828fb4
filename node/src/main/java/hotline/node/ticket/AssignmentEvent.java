package hotline.node.ticket;

import java.time.Instant;

/** What happened to an assignment. */
public sealed interface AssignmentEvent permits AssignmentEvent.OfAssignment, OrderEvent {

  /** What only happens to an assignment. */
  sealed interface OfAssignment extends AssignmentEvent {}

  record AssignmentReceived(
      AssignmentId id, Charge charge, Subject subject, Terms terms, Instant at)
      implements OfAssignment {}

  /** The assignee did what the report says; the holder is told by an effect. */
  record AssigneeActed(Report report) implements OfAssignment {}

  /** The holder said something that changed the assignment. */
  record InstructionFollowed(Instruction instruction, Instant at) implements OfAssignment {}

  /** The holder said something that came too late to change anything. */
  record LateInstructionNoted(Instruction instruction, Instant at) implements OfAssignment {}
}
