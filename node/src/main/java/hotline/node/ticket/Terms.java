package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.policy.Basis;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one order, set by the holder from its policy and the same at both ends. Starts at
 * the dispatch.
 *
 * @param returnBy until when a return is in time (SLA-09)
 * @param feedbackBy by when a first feedback is due, null where none is demanded (SLA-06)
 * @param due by when the reply is due, granted extensions included
 * @param latestDue no extension may reach beyond this (SLA-08, Q-12)
 * @param feedbackSuffices whether a first feedback is enough for {@code due}
 * @param basis by which policy and calendar the holder set it; null in what an older version wrote
 */
public record Terms(
    Instant dispatchedAt,
    Deadline signForDue,
    Deadline returnBy,
    @Nullable Deadline feedbackBy,
    Deadline due,
    Deadline latestDue,
    boolean feedbackSuffices,
    @Nullable Basis basis) {

  /** With the time that a granted request gives; time is only ever given, never taken. */
  Terms granted(Request request) {
    Deadline until = request.until();
    return until == null || !until.at().isAfter(due.at()) ? this : due(until);
  }

  /** When a first sign of handling was given under these terms (SLA-06, Q-09). */
  public Optional<Instant> feedbackAt(Handling handling) {
    return handling.feedbackSince(dispatchedAt);
  }

  /**
   * Whether a first feedback is enough to meet {@code due}. Work that was put off is owed in
   * full by the day that was agreed (LIF-10).
   */
  public boolean feedbackMeets(Handling handling) {
    return feedbackSuffices && !handling.onAccount();
  }

  /** When {@code due} was met: by the reply, or by a first feedback where that is enough. */
  public Optional<Instant> metAt(Handling handling) {
    return feedbackMeets(handling)
        ? feedbackAt(handling)
        : handling.lastReply().map(Reply::at).filter(at -> !at.isBefore(dispatchedAt));
  }

  Terms due(Deadline due) {
    return new Terms(
        dispatchedAt, signForDue, returnBy, feedbackBy, due, latestDue, feedbackSuffices, basis);
  }
}
