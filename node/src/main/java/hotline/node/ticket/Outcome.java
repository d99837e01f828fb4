package hotline.node.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has come of a ticket so far. */
public record Outcome(
    @Nullable Refusal refusal,
    @Nullable Answer answer,
    @Nullable Closure closure,
    @Nullable Instant archivedAt) {

  static final Outcome NONE = new Outcome(null, null, null, null);

  Outcome refused(Refusal refusal) {
    return new Outcome(refusal, answer, closure, archivedAt);
  }

  Outcome answered(Answer answer) {
    return new Outcome(refusal, answer, closure, archivedAt);
  }

  Outcome closed(Closure closure) {
    return new Outcome(refusal, answer, closure, archivedAt);
  }

  Outcome archived(Instant at) {
    return new Outcome(refusal, answer, closure, at);
  }
}
