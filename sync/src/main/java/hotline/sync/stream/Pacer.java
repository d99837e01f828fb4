package hotline.sync.stream;

import java.time.Duration;

/**
 * How long to let records gather before the next batch. A batch costs its signature, its checks and
 * a commit at every node above, however small it is: alone, a record goes at once; the more come,
 * the longer a batch may fill, so that the number of batches stays about the same.
 */
final class Pacer {

  private static final double SHORTEST_MILLIS = 6;
  private static final double MILLIS_PER_THOUSAND = 10;
  private static final double MEMORY_SECONDS = 0.1;

  private final Duration longest;
  private double perSecond;
  private long lastNanos;

  Pacer(Duration longest, long nowNanos) {
    this.longest = longest;
    this.lastNanos = nowNanos;
  }

  /** Takes note of a batch of so many rows; returns how long after its begin the next may begin. */
  Duration after(int rows, long nowNanos) {
    double seconds = Math.max(1e-6, (nowNanos - lastNanos) / 1e9);
    lastNanos = nowNanos;
    double weight = 1 - Math.exp(-seconds / MEMORY_SECONDS);
    perSecond += weight * (rows / seconds - perSecond);
    double millis = SHORTEST_MILLIS + perSecond / 1000 * MILLIS_PER_THOUSAND;
    return Duration.ofNanos((long) (Math.min(millis, longest.toMillis()) * 1e6));
  }
}
