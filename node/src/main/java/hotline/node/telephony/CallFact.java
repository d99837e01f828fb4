package hotline.node.telephony;

import hotline.node.classification.CallTarget;
import hotline.node.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/** One thing that an exchange reports about a call. */
public sealed interface CallFact {

  record Started() implements CallFact {}

  record Queued() implements CallFact {}

  /** It rings at somebody's desk. */
  record Rang(String agent) implements CallFact {}

  record Answered(String agent) implements CallFact {}

  /** All agents busy, or the line out of order (INT-08). */
  record FoundBusy() implements CallFact {}

  /** It is being passed on, or somebody is being taken in. */
  record TransferTried(CallTarget kind, String code, boolean threeParty, @Nullable String note)
      implements CallFact {}

  /** Whether that worked. */
  record TransferEnded(
      CallTarget kind, String code, boolean threeParty, boolean succeeded, @Nullable String note)
      implements CallFact {}

  /** What was said went into a ticket. */
  record Ticketed(TicketId ticket) implements CallFact {}

  record Recorded(Call.Recording recording) implements CallFact {}

  record Ended() implements CallFact {}
}
