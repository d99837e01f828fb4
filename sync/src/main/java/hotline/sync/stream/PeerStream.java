package hotline.sync.stream;

import java.time.Instant;
import java.util.Optional;

/**
 * A stream of this node for one subscriber at its own level (XTR-05).
 *
 * @param subscriber the code of the department
 * @param scope what the subscriber may see
 * @param startedAt when the subscription was last made
 * @param endedAt when it was ended; empty while it holds
 */
public record PeerStream(
    String subscriber, LinkScope scope, Instant startedAt, Optional<Instant> endedAt) {

  private static final String PREFIX = "peer.";

  /** The name of a subscriber's durable subscription of its topic. */
  public static final String SUBSCRIPTION = "department";

  /**
   * The name of the stream of a subscriber.
   *
   * @throws IllegalArgumentException unless the code is 1 to 27 letters, digits and dots
   */
  public static String nameOf(String subscriber) {
    return StreamId.checkName(PREFIX + subscriber);
  }

  static String subscriberOf(String stream) {
    return stream.substring(PREFIX.length());
  }

  /** The name of the stream. */
  public String name() {
    return nameOf(subscriber);
  }

  public boolean active() {
    return endedAt.isEmpty();
  }
}
