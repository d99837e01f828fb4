package hotline.sync.stream;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a process at a point until it is killed there. */
final class StopHere implements Failpoints {

  private final Point where;
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);

  StopHere(Point where) {
    this.where = where;
  }

  @Override
  public void reached(Point point) {
    if (point != where) {
      return;
    }
    reached.countDown();
    try {
      never.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("killed", e);
    }
  }

  void awaitReached() throws InterruptedException {
    if (!reached.await(60, TimeUnit.SECONDS)) {
      throw new AssertionError(where + " was never reached");
    }
  }
}
