package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.policy.Basis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock that the citizen sees: it runs from acceptance and is never reset.
 *
 * @param dispatchBy by when the ticket has to be dispatched (SLA-01)
 * @param due by when it has to be answered
 * @param feedbackSuffices whether a first feedback is enough for {@code due}
 * @param basis the policy and the calendar in force at the acceptance, by which the ticket is
 *     judged ever after; null before it, and in what an older version wrote
 */
public record CitizenClock(
    Instant registeredAt,
    @Nullable Instant acceptedAt,
    @Nullable Deadline dispatchBy,
    @Nullable Deadline due,
    boolean feedbackSuffices,
    @Nullable Basis basis) {

  static CitizenClock registered(Instant at) {
    return new CitizenClock(at, null, null, null, false, null);
  }
}
