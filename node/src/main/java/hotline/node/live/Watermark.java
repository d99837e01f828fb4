package hotline.node.live;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How far a growing table has been read. Ids are given out before rows are committed, so the mark
 * stays behind the newest id for a while: a row that commits that much later is still found, and
 * none is told twice. Not thread-safe.
 */
final class Watermark {

  private final Duration settling;
  private final NavigableMap<Long, Instant> seen = new TreeMap<>();
  private long floor;

  /**
   * @param floor everything up to here is known
   * @param settling how much later than its successors a row may appear
   */
  Watermark(long floor, Duration settling) {
    this.floor = floor;
    this.settling = settling;
  }

  /** Read on from here. */
  long floor() {
    return floor;
  }

  /** Whether the row has not been seen before. */
  boolean isNew(long id, Instant now) {
    return id > floor && seen.putIfAbsent(id, now) == null;
  }

  /** Moves up over what has been seen long enough ago. */
  void settle(Instant now) {
    while (!seen.isEmpty() && !seen.firstEntry().getValue().plus(settling).isAfter(now)) {
      floor = seen.pollFirstEntry().getKey();
    }
  }

  /** Gives up reading row by row: what is before {@code id} is taken as known. */
  void jump(long id) {
    seen.clear();
    floor = Math.max(floor, id);
  }
}
