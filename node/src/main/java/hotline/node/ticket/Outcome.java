package hotline.node.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a ticket so far.
 *
 * @param transfers calls for help that were passed on at once, oldest first
 */
public record Outcome(
    @Nullable Refusal refusal,
    @Nullable Answer answer,
    @Nullable Closure closure,
    @Nullable Instant archivedAt,
    List<EmergencyTransfer> transfers) {

  static final Outcome NONE = new Outcome(null, null, null, null, List.of());

  public Outcome {
    transfers = List.copyOf(transfers);
  }

  Outcome refused(Refusal refusal) {
    return new Outcome(refusal, answer, closure, archivedAt, transfers);
  }

  Outcome answered(Answer answer) {
    return new Outcome(refusal, answer, closure, archivedAt, transfers);
  }

  Outcome closed(Closure closure) {
    return new Outcome(refusal, answer, closure, archivedAt, transfers);
  }

  Outcome archived(Instant at) {
    return new Outcome(refusal, answer, closure, at, transfers);
  }

  Outcome transferred(EmergencyTransfer transfer) {
    List<EmergencyTransfer> all = new ArrayList<>(transfers);
    all.add(transfer);
    return new Outcome(refusal, answer, closure, archivedAt, all);
  }
}
