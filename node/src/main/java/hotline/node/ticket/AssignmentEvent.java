package hotline.node.ticket;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What happened to an assignment. */
public sealed interface AssignmentEvent permits AssignmentEvent.OfAssignment, OrderEvent {

  /** The assignment after it, the version left alone. */
  Assignment in(Assignment assignment);

  /** As records and timelines tell it; {@code id} is the assignment's. */
  Happening tell(AssignmentId id);

  /** What only happens to an assignment. */
  sealed interface OfAssignment extends AssignmentEvent {}

  /** The first event of all. */
  record AssignmentReceived(
      AssignmentId id, Charge charge, Subject subject, Terms terms, Instant at)
      implements OfAssignment {

    Assignment received() {
      return new Assignment(
          id,
          0,
          charge,
          subject,
          AssignmentState.AWAITING_SIGN_FOR,
          1,
          terms,
          Handling.NONE,
          Orders.NONE,
          null,
          Teamwork.NONE);
    }

    @Override
    public Assignment in(Assignment assignment) {
      throw new IllegalArgumentException("assignment " + assignment.id() + " is there already");
    }

    @Override
    public Happening tell(AssignmentId id) {
      return new Happening(
          EventType.ASSIGNMENT_RECEIVED,
          id,
          "“" + charge.assigner().name() + "”派给“" + charge.assignee().name() + "”");
    }
  }

  /** The assignee did what the report says; the holder is told by an effect. */
  record AssigneeActed(Report report) implements OfAssignment {

    @Override
    public Assignment in(Assignment assignment) {
      return assignment.with(report.in(assignment.handling())).in(report.after(assignment.state()));
    }

    @Override
    public Happening tell(AssignmentId id) {
      return new Happening(report.type(), id, report.text());
    }
  }

  /** The holder said something that changed the assignment. */
  record InstructionFollowed(Instruction instruction, Instant at) implements OfAssignment {

    @Override
    public Assignment in(Assignment assignment) {
      return instruction.in(assignment);
    }

    @Override
    public Happening tell(AssignmentId id) {
      return new Happening(EventType.INSTRUCTION_FOLLOWED, id, instruction.text());
    }
  }

  /** The holder said something that came too late to change anything. */
  record LateInstructionNoted(Instruction instruction, Instant at) implements OfAssignment {

    @Override
    public Assignment in(Assignment assignment) {
      return assignment;
    }

    @Override
    public Happening tell(AssignmentId id) {
      return new Happening(EventType.LATE_INSTRUCTION, id, instruction.text());
    }
  }

  /** Other assignments are handled as one with this (LIF-15). */
  record WorkMerged(List<AssignmentId> others) implements OfAssignment {

    @Override
    public Assignment in(Assignment assignment) {
      return assignment.with(assignment.team().taking(others));
    }

    @Override
    public Happening tell(AssignmentId id) {
      return new Happening(
          EventType.WORK_MERGED,
          id,
          "并入" + others.stream().map(AssignmentId::toString).collect(Collectors.joining("、")));
    }
  }

  /** It is handled as one with another. */
  record MergeJoined(Merge merge) implements OfAssignment {

    @Override
    public Assignment in(Assignment assignment) {
      return assignment.with(assignment.team().joined(merge));
    }

    @Override
    public Happening tell(AssignmentId id) {
      return new Happening(EventType.MERGE_JOINED, id, "并入 " + merge.into() + " 统一办理");
    }
  }

  /** It is not handled as one with the other any more. */
  record MergeSplit(AssignmentId other) implements OfAssignment {

    @Override
    public Assignment in(Assignment assignment) {
      return assignment.with(assignment.team().without(other));
    }

    @Override
    public Happening tell(AssignmentId id) {
      return new Happening(EventType.MERGE_SPLIT, id, "与 " + other + " 分开办理");
    }
  }
}
