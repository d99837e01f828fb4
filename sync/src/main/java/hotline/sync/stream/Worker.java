package hotline.sync.stream;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A named thread that does rounds of work until it is closed, whatever a round throws: after a
 * failure it waits, longer each time, and begins anew.
 */
abstract class Worker implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Worker.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration REPORT_AGAIN = Duration.ofMinutes(1);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private volatile String lastFailure = "";
  private volatile boolean abandoned;
  private String reported = "";
  private long reportedAtNanos;

  Worker(String name) {
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  /** One round: waits for work for a fraction of a second, does it, returns. */
  abstract void round() throws Exception;

  /** After the last round, on the worker's own thread. */
  void finish() throws Exception {}

  final void start() {
    thread.start();
  }

  final boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** What made the last round fail; empty when it did not. */
  final String lastFailure() {
    return lastFailure;
  }

  /** Waits without listening to any signal; ends early, by the exception, when closed. */
  final void pause(Duration duration) throws InterruptedException {
    if (closed.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new InterruptedException("closing");
    }
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (!isClosed()) {
      try {
        round();
        pause = FIRST_PAUSE;
        lastFailure = "";
      } catch (InterruptedException e) {
        if (!isClosed()) {
          log.warn("{} was interrupted though not closed", thread.getName());
        }
      } catch (Exception e) {
        if (!isClosed()) {
          report(e);
          waitAfterFailure(pause);
          pause =
              pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                  ? pause.multipliedBy(2)
                  : LONGEST_PAUSE;
        }
      }
    }
    if (abandoned) {
      return;
    }
    // a leftover interrupt must not disturb the clean-up
    Thread.interrupted();
    try {
      finish();
    } catch (Exception e) {
      log.debug("{} did not finish cleanly", thread.getName(), e);
    }
  }

  /** Once for each kind of failure, then once a minute: a neighbour may be away for days. */
  private void report(Exception failure) {
    String description = describe(failure);
    boolean repeated = failure.getClass().getName().equals(reported);
    if (!repeated || System.nanoTime() - reportedAtNanos > REPORT_AGAIN.toNanos()) {
      log.warn("{}: {}; trying again", thread.getName(), description);
      reported = failure.getClass().getName();
      reportedAtNanos = System.nanoTime();
    }
    log.debug("{} failed", thread.getName(), failure);
    lastFailure = description;
  }

  private void waitAfterFailure(Duration pause) {
    try {
      closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      log.debug("{} woken early", thread.getName());
    }
  }

  /** The innermost cause. A database's message may quote a value, so only its codes are given. */
  static String describe(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String detail =
        cause instanceof SQLException sql
            ? "SQL state " + sql.getSQLState() + ", error " + sql.getErrorCode()
            : cause.getMessage();
    return cause.getClass().getSimpleName() + ": " + detail;
  }

  /** Asks the worker to end; {@link #close} then waits for it. */
  final void stop() {
    closed.countDown();
  }

  /** Like {@link #stop}, without the clean-up: what a crash would leave undone stays undone. */
  final void abandon() {
    abandoned = true;
    closed.countDown();
    thread.interrupt();
  }

  /** Ends the worker: lets the round under way finish, interrupts it when that takes long. */
  @Override
  public final void close() {
    stop();
    try {
      join(Duration.ofMillis(500));
    } catch (TimeoutException e) {
      thread.interrupt();
      try {
        join(CLOSE_PATIENCE);
      } catch (TimeoutException late) {
        log.warn("{} does not end", thread.getName());
      }
    }
  }

  /** Whoever closes a worker may be a worker that is itself interrupted: it waits all the same. */
  private void join(Duration patience) throws TimeoutException {
    if (thread == Thread.currentThread() || thread.getState() == Thread.State.NEW) {
      return;
    }
    long end = System.nanoTime() + patience.toNanos();
    boolean interrupted = false;
    while (thread.isAlive() && System.nanoTime() < end) {
      try {
        TimeUnit.NANOSECONDS.timedJoin(thread, end - System.nanoTime());
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      throw new TimeoutException();
    }
  }
}
