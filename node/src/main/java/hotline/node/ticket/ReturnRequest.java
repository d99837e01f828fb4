package hotline.node.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The assignee's claim that the matter is not its duty (LIF-05).
 *
 * @param suggestion who should get it instead
 * @param late asked for after the limit, so that it counts as overdue (LIF-06)
 * @param verdict null while undecided
 */
public record ReturnRequest(
    String reason,
    String basis,
    String suggestion,
    Instant at,
    Actor by,
    boolean late,
    @Nullable Verdict verdict) {

  ReturnRequest decided(Verdict verdict) {
    return new ReturnRequest(reason, basis, suggestion, at, by, late, verdict);
  }
}
