package hotline.sync.stream;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * "There is something to do": any number of calls of {@link #raise} until the waiting side comes
 * round count as one.
 */
final class Signal {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition raisedCondition = lock.newCondition();
  private volatile boolean raised;

  /** Never blocks for long; costs nothing when already raised. */
  void raise() {
    if (raised) {
      return;
    }
    lock.lock();
    try {
      raised = true;
      raisedCondition.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a raise since the last return, at most {@code patience}, and takes it. */
  void await(Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long nanos = patience.toNanos();
      while (!raised && nanos > 0) {
        nanos = raisedCondition.awaitNanos(nanos);
      }
      raised = false;
    } finally {
      lock.unlock();
    }
  }
}
