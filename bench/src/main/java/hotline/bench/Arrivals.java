package hotline.bench;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** When each record became visible at a node, by record number; and how many did so far. */
final class Arrivals {

  private static final int MASK = (1 << 22) - 1;

  private final AtomicLongArray visibleAt = new AtomicLongArray(MASK + 1);
  private final AtomicLong count = new AtomicLong();
  private volatile long newest;

  void visible(long id, long nanoTime) {
    visibleAt.set((int) id & MASK, nanoTime);
    newest = id;
    count.incrementAndGet();
  }

  long visibleAt(long id) {
    return visibleAt.get((int) id & MASK);
  }

  long count() {
    return count.get();
  }

  /** The record that became visible last. */
  long newest() {
    return newest;
  }
}
