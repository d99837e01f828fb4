package hotline.node.supervision;

import hotline.node.ticket.Actor;
import hotline.node.ticket.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the one who is supervised says to it (SUP-01).
 *
 * @param late given after it was due
 * @param verdict null while undecided
 */
public record Explanation(
    String text, Instant at, Actor by, boolean late, @Nullable Verdict verdict) {

  Explanation judged(Verdict verdict) {
    return new Explanation(text, at, by, late, verdict);
  }
}
