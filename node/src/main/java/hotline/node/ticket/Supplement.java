package hotline.node.ticket;

import java.time.Instant;
import java.util.Objects;

/**
 * What the requester adds to a matter that is being dealt with already 追加: instead of a second
 * ticket about the same (ACC-10).
 *
 * @param by who noted it down
 */
public record Supplement(String text, Instant at, Actor by) {

  public Supplement {
    at = Objects.requireNonNull(Times.micros(at));
  }
}
