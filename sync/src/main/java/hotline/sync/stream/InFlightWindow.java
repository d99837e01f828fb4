package hotline.sync.stream;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds the bytes that are sent and not yet confirmed. */
final class InFlightWindow {

  private static final int UNIT = 1024;

  private final int units;
  private final Semaphore free;

  InFlightWindow(int bytes) {
    this.units = bytes / UNIT;
    this.free = new Semaphore(units);
  }

  /** Waits a moment for room; false when there is none. */
  boolean tryEnter(int bytes) throws InterruptedException {
    return free.tryAcquire(cost(bytes), 100, TimeUnit.MILLISECONDS);
  }

  void leave(int bytes) {
    free.release(cost(bytes));
  }

  boolean isEmpty() {
    return free.availablePermits() == units;
  }

  private int cost(int bytes) {
    return Math.min(units, bytes / UNIT + 1);
  }
}
