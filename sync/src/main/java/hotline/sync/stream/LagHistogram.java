package hotline.sync.stream;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts delays in buckets that grow by a twentieth, from 10 µs to days. Safe for concurrent use.
 */
final class LagHistogram {

  private static final double GROWTH = Math.log(1.05);
  private static final int BUCKETS = 520;
  private static final double SMALLEST_MICROS = 10;

  private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

  void add(long micros, long times) {
    double scaled = Math.max(1, micros / SMALLEST_MICROS);
    counts.addAndGet(Math.min(BUCKETS - 1, (int) (Math.log(scaled) / GROWTH)), times);
  }

  /**
   * The delay below which a share of all delays lies, to five percent; zero when there are none.
   */
  Duration percentile(double share) {
    long total = 0;
    for (int i = 0; i < BUCKETS; i++) {
      total += counts.get(i);
    }
    long wanted = (long) Math.ceil(total * share);
    long seen = 0;
    for (int i = 0; i < BUCKETS && total > 0; i++) {
      seen += counts.get(i);
      if (seen >= wanted) {
        return Duration.ofNanos((long) (SMALLEST_MICROS * 1000 * Math.exp(GROWTH * (i + 1))));
      }
    }
    return Duration.ZERO;
  }
}
