package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.ticket.AssignmentEvent.AssigneeActed;
import hotline.node.ticket.AssignmentEvent.AssignmentReceived;
import hotline.node.ticket.AssignmentEvent.InstructionFollowed;
import hotline.node.ticket.AssignmentEvent.LateInstructionNoted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies what happened to an assignment, leaving the version alone. */
final class AssignmentChanges {

  private AssignmentChanges() {}

  static Assignment apply(@Nullable Assignment assignment, List<AssignmentEvent> events) {
    Assignment current = assignment;
    for (AssignmentEvent event : events) {
      current = current == null ? first(event) : apply(current, event);
    }
    if (current == null) {
      throw new IllegalArgumentException("no assignment and no event that receives one");
    }
    return current;
  }

  private static Assignment first(AssignmentEvent event) {
    if (event instanceof AssignmentReceived e) {
      return new Assignment(
          e.id(),
          0,
          e.charge(),
          e.subject(),
          AssignmentState.AWAITING_SIGN_FOR,
          1,
          e.terms(),
          Handling.NONE,
          Orders.NONE,
          null);
    }
    throw new IllegalArgumentException("expected an AssignmentReceived first, not " + event);
  }

  private static Assignment apply(Assignment assignment, AssignmentEvent event) {
    if (event instanceof OrderEvent e) {
      return assignment.with(OrderChanges.apply(assignment.orders(), e));
    } else if (event instanceof AssigneeActed e) {
      return acted(assignment, e.report());
    } else if (event instanceof InstructionFollowed e) {
      return followed(assignment, e.instruction());
    } else if (event instanceof LateInstructionNoted) {
      return assignment;
    }
    throw new IllegalArgumentException("not applicable to " + assignment.id() + ": " + event);
  }

  private static Assignment acted(Assignment assignment, Report report) {
    Handling handling = assignment.handling();
    if (report instanceof Report.SignedFor r) {
      return assignment.with(handling.signedFor(r.signFor())).in(AssignmentState.IN_HANDLING);
    } else if (report instanceof Report.Contacted r) {
      return assignment.with(handling.with(r.contact()));
    } else if (report instanceof Report.ReturnRequested r) {
      return assignment.with(handling.with(r.request())).in(AssignmentState.RETURN_REQUESTED);
    } else if (report instanceof Report.ExtensionRequested r) {
      return assignment.with(handling.with(r.extension()));
    } else if (report instanceof Report.Replied r) {
      return assignment.with(handling.with(r.reply())).in(AssignmentState.REPLIED);
    }
    throw new AssertionError(report);
  }

  private static Assignment followed(Assignment assignment, Instruction instruction) {
    Handling handling = assignment.handling();
    if (instruction instanceof Instruction.ReturnDecided i) {
      return assignment
          .with(handling.returnDecided(i.verdict()))
          .in(stateAfterReturn(handling, i.verdict()));
    } else if (instruction instanceof Instruction.ExtensionDecided i) {
      Assignment decided = assignment.with(handling.extensionDecided(i.verdict()));
      Deadline due = i.due();
      return due == null ? decided : decided.with(decided.terms().extended(due));
    } else if (instruction instanceof Instruction.ReplyReviewed i) {
      return assignment
          .with(handling.replyReviewed(i.verdict()))
          .in(i.verdict().approved() ? AssignmentState.CONFIRMED : AssignmentState.IN_HANDLING);
    } else if (instruction instanceof Instruction.Redo i) {
      return assignment.redone(i.round(), i.terms());
    } else if (instruction instanceof Instruction.Cancelled) {
      return assignment.in(AssignmentState.CANCELLED);
    } else if (instruction instanceof Instruction.TicketConcluded i) {
      return assignment.concluded(i.conclusion());
    } else if (instruction instanceof Instruction.Urged i) {
      return assignment.with(handling.with(i.urge()));
    }
    throw new AssertionError(instruction);
  }

  private static AssignmentState stateAfterReturn(Handling handling, Verdict verdict) {
    if (verdict.approved()) {
      return AssignmentState.RETURNED;
    }
    return handling.signFor() == null
        ? AssignmentState.AWAITING_SIGN_FOR
        : AssignmentState.IN_HANDLING;
  }
}
