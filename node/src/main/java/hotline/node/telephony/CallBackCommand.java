package hotline.node.telephony;

import hotline.node.ticket.TicketId;
import org.jspecify.annotations.Nullable;

/** What is done about a call that is owed. */
public sealed interface CallBackCommand {

  /** Somebody takes it on. */
  record TakeCallBack() implements CallBackCommand {}

  /** Somebody has tried. */
  record NoteAttempt(boolean reached, String note) implements CallBackCommand {}

  /** It is done; the caller was spoken with. */
  record FinishCallBack(String note, @Nullable TicketId ticket) implements CallBackCommand {}

  /** It was tried often enough in vain. */
  record GiveUpCallBack(String reason) implements CallBackCommand {}

  /** The caller got through by himself meanwhile. */
  record CallerGotThrough(String call) implements CallBackCommand {}
}
