package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.classification.RedoGround;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a holder tells an assignee. */
public sealed interface Instruction {

  /** Here is work. */
  record Dispatched(Charge charge, Subject subject, Terms terms) implements Instruction {}

  /** The return was approved or turned down. */
  record ReturnDecided(Verdict verdict) implements Instruction {}

  /** The extension was granted, with the new deadline, or turned down. */
  record ExtensionDecided(Verdict verdict, @Nullable Deadline due) implements Instruction {}

  /** The reply was accepted or rejected. */
  record ReplyReviewed(Verdict verdict) implements Instruction {}

  /** Do it again, with a new clock (RVS-09). */
  record Redo(int round, RedoGround ground, String reason, Instant at, Terms terms)
      implements Instruction {}

  /** Stop: it is not wanted any more. */
  record Cancelled(String reason, Instant at) implements Instruction {}

  /** The ticket has ended. */
  record TicketConcluded(Conclusion conclusion) implements Instruction {}

  /** Hurry. */
  record Urged(Urge urge) implements Instruction {}
}
