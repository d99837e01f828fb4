package hotline.node.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the citizen is told in the end.
 *
 * @param contacted the unit that was asked on the phone for an answer at once (INT-15)
 */
public record Answer(String content, Instant at, Actor by, @Nullable UnitRef contacted) {

  public Answer(String content, Instant at, Actor by) {
    this(content, at, by, null);
  }
}
