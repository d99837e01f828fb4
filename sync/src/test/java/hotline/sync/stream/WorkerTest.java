package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerTest {

  @Test
  void whoIsInterruptedWhileClosingStillWaitsForTheEnd() throws Exception {
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    AtomicBoolean finished = new AtomicBoolean();
    Worker slow =
        new Worker("slow") {
          @Override
          void round() throws InterruptedException {
            working.countDown();
            enough.await();
          }

          @Override
          void finish() {
            finished.set(true);
          }
        };
    slow.start();
    working.await();

    Thread.currentThread().interrupt();
    slow.close();

    assertThat(finished).isTrue();
    assertThat(Thread.interrupted()).as("the interrupt is passed on").isTrue();
  }

  @Test
  void aRoundUnderWayIsFinished() throws Exception {
    CountDownLatch working = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    Worker brief =
        new Worker("brief") {
          @Override
          void round() throws InterruptedException {
            working.countDown();
            try {
              new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
              interrupted.set(true);
              throw e;
            }
          }
        };
    brief.start();
    working.await();

    brief.close();

    assertThat(interrupted).isFalse();
  }
}
