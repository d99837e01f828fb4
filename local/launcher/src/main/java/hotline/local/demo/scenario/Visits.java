package hotline.local.demo.scenario;

import hotline.local.demo.client.ApiRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Carries visits out with a bounded number of workers: never two of the same ticket at the same
 * node at once, and again after a while where something is expected that has not arrived yet.
 */
final class Visits implements AutoCloseable {

  private static final int FIRST_WAIT_MILLIS = 120;
  private static final int LONGEST_WAIT_MILLIS = 3_000;

  /** Waits about a dozen seconds in all; what comes later is found in the desk's queue. */
  private static final int MOST_LOOKS = 9;

  /** Appeals begun per worker: enough to keep all of them busy. */
  private static final int BEGUN_PER_WORKER = 4;

  /** Carries a visit out; says whether there was anything to do. */
  interface Visitor {
    boolean visit(Visit visit) throws ApiRefusal, IOException, InterruptedException;
  }

  /** Something done by a worker that may be refused. */
  interface Task {
    void run() throws ApiRefusal, IOException, InterruptedException;
  }

  private final ScheduledThreadPoolExecutor workers;
  private final Visitor visitor;
  private final Tally tally;
  private final int mostBegun;
  private final Semaphore begun;
  private final Set<Visit> underWay = ConcurrentHashMap.newKeySet();
  private final Set<Visit> expected = ConcurrentHashMap.newKeySet();
  private final Object quiet = new Object();
  private int pending;

  Visits(int workers, Visitor visitor, Tally tally) {
    this.workers = new ScheduledThreadPoolExecutor(workers);
    this.visitor = visitor;
    this.tally = tally;
    this.mostBegun = workers * BEGUN_PER_WORKER;
    this.begun = new Semaphore(mostBegun);
  }

  /** Has a worker bring something in; waits while too much has been begun already. */
  void begin(String node, Task task) throws InterruptedException {
    begun.acquire();
    schedule(
        0,
        () -> {
          try {
            guarded(node, task);
          } finally {
            begun.release();
          }
        });
  }

  /** Whether something is still being brought in. */
  boolean beginning() {
    return begun.availablePermits() < mostBegun;
  }

  /** Looks once. */
  void look(Visit visit) {
    schedule(0, () -> attempt(visit, MOST_LOOKS));
  }

  /** Looks until there is something to do. */
  void expect(Visit visit) {
    if (expected.add(visit)) {
      schedule(FIRST_WAIT_MILLIS, () -> attempt(visit, 1));
    }
  }

  /** Waits that long, whatever goes on. */
  void rest(Duration time) throws InterruptedException {
    schedule(Math.toIntExact(time.toMillis()), () -> {});
    awaitQuiet(time);
  }

  /** Waits until no visit is waiting or under way, or for that long; says whether it is quiet. */
  boolean awaitQuiet(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    synchronized (quiet) {
      while (pending > 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          return false;
        }
        quiet.wait(left);
      }
      return true;
    }
  }

  private void attempt(Visit visit, int number) {
    if (!underWay.add(visit)) {
      schedule(FIRST_WAIT_MILLIS, () -> attempt(visit, number));
      return;
    }
    boolean[] found = {true};
    expected.remove(visit);
    try {
      guarded(visit.node() + " " + visit.ticketId(), () -> found[0] = visitOrAbsent(visit));
    } finally {
      underWay.remove(visit);
    }
    if (!found[0] && number < MOST_LOOKS && expected.add(visit)) {
      int wait = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.min(number, 10));
      schedule(wait, () -> attempt(visit, number + 1));
    }
  }

  /** A ticket that is not there has not arrived yet. */
  private boolean visitOrAbsent(Visit visit) throws ApiRefusal, IOException, InterruptedException {
    try {
      return visitor.visit(visit);
    } catch (ApiRefusal e) {
      if (e.notFound()) {
        return false;
      }
      throw e;
    }
  }

  private void guarded(String what, Task task) {
    try {
      task.run();
    } catch (ApiRefusal e) {
      tally.problem(String.valueOf(e.getMessage()));
    } catch (IOException | UncheckedIOException e) {
      tally.problem(what + ":" + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      tally.problem(what + ":" + e);
    }
  }

  private void schedule(int delayMillis, Runnable task) {
    synchronized (quiet) {
      pending++;
    }
    workers.schedule(
        () -> {
          try {
            task.run();
          } finally {
            synchronized (quiet) {
              if (--pending == 0) {
                quiet.notifyAll();
              }
            }
          }
        },
        delayMillis,
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
