package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for more time (LIF-09).
 *
 * @param requestedUntil the deadline that it asks for
 * @param requesterInformed whether the citizen has been told
 * @param verdict null while undecided
 */
public record Extension(
    String reason,
    int workingDays,
    Deadline requestedUntil,
    boolean requesterInformed,
    Instant at,
    Actor by,
    @Nullable Verdict verdict) {

  Extension decided(Verdict verdict) {
    return new Extension(reason, workingDays, requestedUntil, requesterInformed, at, by, verdict);
  }
}
