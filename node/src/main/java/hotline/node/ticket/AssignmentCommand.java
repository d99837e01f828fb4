package hotline.node.ticket;

import hotline.node.classification.ContactResult;
import hotline.node.classification.ContactWay;
import hotline.node.classification.RequestKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of an assignment, besides the commands about the orders placed from it. A
 * command says as which action people see it and who decides it: adding one is adding a record
 * here.
 */
public sealed interface AssignmentCommand permits AssignmentCommand.OfAssignment, HolderCommand {

  /**
   * As which action people see it, which the assignment's state must allow; null for what timers
   * and neighbours say, which has rules of its own.
   */
  @Nullable AssignmentAction assignmentAction();

  /** Decides it, once the state is known to allow it. */
  Changes<AssignmentEvent> decide(Assignment assignment, DecisionContext context)
      throws RefusedException;

  /** A command that only an assignment takes. */
  sealed interface OfAssignment extends AssignmentCommand {}

  /** What the assignee itself does, at its own desk. */
  sealed interface OfAssignee extends OfAssignment {

    /** Decides it at the assignee's desk. */
    Changes<AssignmentEvent> decide(AssigneeDesk desk) throws RefusedException;

    @Override
    default Changes<AssignmentEvent> decide(Assignment assignment, DecisionContext context)
        throws RefusedException {
      return decide(new AssigneeDesk(assignment, context));
    }
  }

  /** Takes the work on, possibly having spoken with the citizen already (LIF-01). */
  record SignForWork(@Nullable String contactNote) implements OfAssignee {

    @Override
    public AssignmentAction assignmentAction() {
      return AssignmentAction.SIGN_FOR;
    }

    @Override
    public Changes<AssignmentEvent> decide(AssigneeDesk desk) throws RefusedException {
      return desk.signFor(this);
    }
  }

  /** The timer's: nobody signed in time (LIF-02). */
  record DeemSignedFor() implements OfAssignee {

    @Override
    public @Nullable AssignmentAction assignmentAction() {
      return null;
    }

    @Override
    public Changes<AssignmentEvent> decide(AssigneeDesk desk) throws RefusedException {
      return desk.deemSignedFor();
    }
  }

  /** Notes that the citizen was spoken with. */
  record NoteContact(String note, ContactWay way, ContactResult result) implements OfAssignee {

    /** By telephone, and reached. */
    public NoteContact(String note) {
      this(note, ContactWay.CALL, ContactResult.REACHED);
    }

    @Override
    public AssignmentAction assignmentAction() {
      return AssignmentAction.CONTACT;
    }

    @Override
    public Changes<AssignmentEvent> decide(AssigneeDesk desk) throws RefusedException {
      return desk.noteContact(this);
    }
  }

  /** Replies; as a node, only once everything sent on has been answered and accepted. */
  record ReplyToHolder(String content, boolean resolved, boolean contactedRequester)
      implements OfAssignee {

    @Override
    public AssignmentAction assignmentAction() {
      return AssignmentAction.REPLY;
    }

    @Override
    public Changes<AssignmentEvent> decide(AssigneeDesk desk) throws RefusedException {
      return desk.reply(this);
    }
  }

  /** Asks to give the work back (LIF-04, LIF-05). */
  record RequestReturn(String reason, String basis, String suggestion) implements OfAssignee {

    @Override
    public AssignmentAction assignmentAction() {
      return AssignmentAction.REQUEST_RETURN;
    }

    @Override
    public Changes<AssignmentEvent> decide(AssigneeDesk desk) throws RefusedException {
      return desk.requestReturn(this);
    }
  }

  /** Asks for more time (LIF-09). */
  record RequestExtension(String reason, int workingDays, boolean requesterInformed)
      implements OfAssignee {

    @Override
    public AssignmentAction assignmentAction() {
      return AssignmentAction.REQUEST_EXTENSION;
    }

    @Override
    public Changes<AssignmentEvent> decide(AssigneeDesk desk) throws RefusedException {
      return desk.request(
          new RequestDraft(
              RequestKind.EXTENSION, reason, null, workingDays, null, requesterInformed, false));
    }
  }

  /** Asks for something, as the policy knows it (LIF-09 to LIF-18). */
  record MakeRequest(RequestDraft draft) implements OfAssignee {

    @Override
    public AssignmentAction assignmentAction() {
      return draft.kind() == RequestKind.EXTENSION
          ? AssignmentAction.REQUEST_EXTENSION
          : AssignmentAction.REQUEST;
    }

    @Override
    public Changes<AssignmentEvent> decide(AssigneeDesk desk) throws RefusedException {
      return desk.request(draft);
    }
  }

  /** Signs a request of the unit, or turns it down (LIF-10, LIF-11). */
  record SignRequest(int number, boolean approve, @Nullable String opinion) implements OfAssignee {

    @Override
    public AssignmentAction assignmentAction() {
      return AssignmentAction.SIGN_REQUEST;
    }

    @Override
    public Changes<AssignmentEvent> decide(AssigneeDesk desk) throws RefusedException {
      return desk.sign(this);
    }
  }

  /** Asks upward for what an order below asks for, when this node's own limit does not allow it. */
  record PassOnRequest(AssignmentId order, int number) implements OfAssignee {

    @Override
    public AssignmentAction assignmentAction() {
      return AssignmentAction.PASS_ON_REQUEST;
    }

    @Override
    public Changes<AssignmentEvent> decide(AssigneeDesk desk) throws RefusedException {
      return desk.passOn(this);
    }
  }

  /** Says how it goes about what cannot be solved soon, and what the citizen is told (RVS-18). */
  record PlanWork(String explanation, List<Step> steps) implements OfAssignee {

    /** A milestone, to be reached by the end of a day. */
    public record Step(LocalDate day, String what) {}

    public PlanWork {
      steps = List.copyOf(steps);
    }

    @Override
    public AssignmentAction assignmentAction() {
      return AssignmentAction.PLAN;
    }

    @Override
    public Changes<AssignmentEvent> decide(AssigneeDesk desk) throws RefusedException {
      return desk.plan(this);
    }
  }

  /** Has reached a milestone of the plan. */
  record FinishStep(int number, String note) implements OfAssignee {

    @Override
    public AssignmentAction assignmentAction() {
      return AssignmentAction.FINISH_STEP;
    }

    @Override
    public Changes<AssignmentEvent> decide(AssigneeDesk desk) throws RefusedException {
      return desk.finishStep(this);
    }
  }

  /** Handles other assignments of the same assignee as one with this (LIF-15). */
  record MergeWork(List<AssignmentId> others) implements OfAssignee {

    public MergeWork {
      others = List.copyOf(others);
    }

    @Override
    public AssignmentAction assignmentAction() {
      return AssignmentAction.MERGE;
    }

    @Override
    public Changes<AssignmentEvent> decide(AssigneeDesk desk) throws RefusedException {
      return desk.merging().merge(this);
    }
  }

  /** Undoes a merge, from either side. */
  record SplitWork(AssignmentId other) implements OfAssignee {

    @Override
    public AssignmentAction assignmentAction() {
      return AssignmentAction.SPLIT;
    }

    @Override
    public Changes<AssignmentEvent> decide(AssigneeDesk desk) throws RefusedException {
      return desk.merging().split(this);
    }
  }

  /** What the master of a merge asks of the other: to be handled as one with it. */
  record JoinMerge(AssignmentId master, Assignee assignee) implements OfAssignee {

    @Override
    public @Nullable AssignmentAction assignmentAction() {
      return null;
    }

    @Override
    public Changes<AssignmentEvent> decide(AssigneeDesk desk) throws RefusedException {
      return desk.merging().join(this);
    }
  }

  /** The other end of a merge has gone its own way. */
  record LeaveMerge(AssignmentId other) implements OfAssignee {

    @Override
    public @Nullable AssignmentAction assignmentAction() {
      return null;
    }

    @Override
    public Changes<AssignmentEvent> decide(AssigneeDesk desk) {
      return desk.merging().leave(this);
    }
  }

  /** The master of a merge has been answered, and this one with it. */
  record FollowMaster(AssignmentId master, ReplyToHolder reply) implements OfAssignee {

    @Override
    public @Nullable AssignmentAction assignmentAction() {
      return null;
    }

    @Override
    public Changes<AssignmentEvent> decide(AssigneeDesk desk) {
      return desk.follow(this);
    }
  }

  /** Takes in what the holder says; {@link Instruction.Dispatched} goes to {@code receive}. */
  record ReceiveInstruction(Instruction instruction) implements OfAssignment {

    @Override
    public @Nullable AssignmentAction assignmentAction() {
      return null;
    }

    @Override
    public Changes<AssignmentEvent> decide(Assignment assignment, DecisionContext context)
        throws RefusedException {
      return new InstructionDesk(assignment, context).decide(instruction);
    }
  }
}
