package hotline.sync.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Between those that check arrivals and the one that applies them; bounded by bytes. */
final class ArrivalQueue {

  private static final int FULL_BYTES = 4 * 1024 * 1024;
  private static final int FULL_COUNT = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Arrival> arrivals = new ArrayDeque<>();
  private int bytes;

  /** Waits for room. */
  void put(Arrival arrival) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (bytes >= FULL_BYTES || arrivals.size() >= FULL_COUNT) {
        changed.await();
      }
      arrivals.add(arrival);
      bytes += arrival.size();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** What has arrived, in order, up to {@code maxBytes}; waits a while for the first. */
  List<Arrival> take(int maxBytes, Duration patience) throws InterruptedException {
    List<Arrival> taken = new ArrayList<>();
    lock.lockInterruptibly();
    try {
      long nanos = patience.toNanos();
      while (arrivals.isEmpty() && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      int size = 0;
      while (!arrivals.isEmpty() && size < maxBytes) {
        Arrival arrival = arrivals.removeFirst();
        size += arrival.size();
        taken.add(arrival);
      }
      bytes -= size;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    return taken;
  }
}
