package hotline.node.telephony;

import hotline.node.calendar.Deadline;
import hotline.node.classification.CallBackCause;
import hotline.node.classification.CallBackState;
import hotline.node.ticket.Actor;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that is owed to somebody who did not get through 回拨: somebody must work it off (TOP-16,
 * INT-01).
 *
 * @param id the call's id and why: the same cause of the same call owes one call-back only
 * @param due until when it should be done
 * @param takenBy who works on it
 * @param note how it ended
 * @param ticket what it led to
 */
public record CallBack(
    String id,
    long version,
    NodeRef owner,
    CallBackCause cause,
    String call,
    String line,
    @Nullable String callerKey,
    PersonalData personal,
    Instant openedAt,
    Deadline due,
    CallBackState state,
    @Nullable Actor takenBy,
    List<Attempt> attempts,
    @Nullable Instant endedAt,
    @Nullable String note,
    @Nullable TicketId ticket) {

  public CallBack {
    attempts = List.copyOf(attempts);
  }

  /** One try to reach the caller. */
  public record Attempt(Instant at, Actor by, boolean reached, String note) {}

  public static String id(String call, CallBackCause cause) {
    return call + "/" + cause.name();
  }

  public boolean open() {
    return state == CallBackState.OPEN || state == CallBackState.TAKEN;
  }

  CallBack taken(Actor by) {
    return new CallBack(
        id,
        version + 1,
        owner,
        cause,
        call,
        line,
        callerKey,
        personal,
        openedAt,
        due,
        CallBackState.TAKEN,
        by,
        attempts,
        endedAt,
        note,
        ticket);
  }

  CallBack attempted(List<Attempt> all) {
    return new CallBack(
        id,
        version + 1,
        owner,
        cause,
        call,
        line,
        callerKey,
        personal,
        openedAt,
        due,
        state,
        takenBy,
        all,
        endedAt,
        note,
        ticket);
  }

  CallBack ended(CallBackState how, Instant at, String note, @Nullable TicketId ticket) {
    return new CallBack(
        id,
        version + 1,
        owner,
        cause,
        call,
        line,
        callerKey,
        personal,
        openedAt,
        due,
        how,
        takenBy,
        attempts,
        at,
        note,
        ticket);
  }
}
