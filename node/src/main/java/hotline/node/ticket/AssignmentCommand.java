package hotline.node.ticket;

import org.jspecify.annotations.Nullable;

/** What can be asked of an assignment, besides the commands about the orders placed from it. */
public sealed interface AssignmentCommand permits AssignmentCommand.OfAssignment, HolderCommand {

  /** A command that only an assignment takes. */
  sealed interface OfAssignment extends AssignmentCommand {}

  /** Takes the work on, possibly having spoken with the citizen already (LIF-01). */
  record SignForWork(@Nullable String contactNote) implements OfAssignment {}

  /** The timer's: nobody signed in time (LIF-02). */
  record DeemSignedFor() implements OfAssignment {}

  /** Notes that the citizen was spoken with. */
  record NoteContact(String note) implements OfAssignment {}

  /** Replies; as a node, only once everything sent on has been answered and accepted. */
  record ReplyToHolder(String content, boolean resolved, boolean contactedRequester)
      implements OfAssignment {}

  /** Asks to give the work back (LIF-04, LIF-05). */
  record RequestReturn(String reason, String basis, String suggestion) implements OfAssignment {}

  /** Asks for more time (LIF-09). */
  record RequestExtension(String reason, int workingDays, boolean requesterInformed)
      implements OfAssignment {}

  /** Takes in what the holder says; {@link Instruction.Dispatched} goes to {@code receive}. */
  record ReceiveInstruction(Instruction instruction) implements OfAssignment {}
}
