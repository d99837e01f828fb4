package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one order, set by the holder from its policy and the same at both ends. Starts at
 * the dispatch.
 *
 * @param returnBy until when a return is in time (SLA-09)
 * @param feedbackBy by when a first feedback is due, null where none is demanded (SLA-06)
 * @param due by when the reply is due, granted extensions included
 * @param latestDue no extension may reach beyond this (SLA-08, Q-12)
 */
public record Terms(
    Instant dispatchedAt,
    Deadline signForDue,
    Deadline returnBy,
    @Nullable Deadline feedbackBy,
    Deadline due,
    Deadline latestDue) {

  /** With the time that a granted request gives; time is only ever given, never taken. */
  Terms granted(Request request) {
    Deadline until = request.until();
    return until == null || !until.at().isAfter(due.at())
        ? this
        : new Terms(dispatchedAt, signForDue, returnBy, feedbackBy, until, latestDue);
  }
}
