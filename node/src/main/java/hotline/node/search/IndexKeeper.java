package hotline.node.search;

import hotline.node.store.SearchFeed.Head;
import hotline.sync.Threads;
import hotline.sync.jdbc.DatabaseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index in a folder: brings it forward round by round, whenever that is asked for and now
 * and then, whatever fails. All of it is done by one thread of its own.
 */
final class IndexKeeper implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(IndexKeeper.class);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);
  private static final long CLOSING_SECONDS = 20;

  private final Indexing indexing;
  private final Path base;
  private final Duration refresh;
  private final Generations generations;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Threads.named("search-index"));
  private final Object monitor = new Object();

  private volatile boolean closed;

  /** Completed at the end of the next whole round that begins after it was put here. */
  private CompletableFuture<Boolean> asked = new CompletableFuture<>();

  private boolean awake;

  /**
   * @param base the folder, of which one process at a time is the keeper
   * @param refresh how often changes are looked for when nobody asks
   */
  IndexKeeper(Indexing indexing, Path base, Duration refresh) {
    this.indexing = indexing;
    this.base = base;
    this.refresh = refresh;
    this.generations = new Generations(indexing, refresh, () -> closed);
  }

  void start() {
    thread.execute(this::run);
  }

  /** What it keeps. */
  Generations generations() {
    return generations;
  }

  /** Has a round begin now; completed at its end with whether all tickets can be found. */
  CompletableFuture<Boolean> wake() {
    synchronized (monitor) {
      awake = true;
      monitor.notifyAll();
      return asked;
    }
  }

  private void run() {
    while (!closed) {
      try (IndexFolder folder = IndexFolder.take(base)) {
        generations.open(folder);
        while (!closed) {
          round(folder);
        }
        generations.commit();
      } catch (IOException | RuntimeException e) {
        if (!closed) {
          log.warn("the search index had to be given up: {}", e.toString());
          pause(AFTER_A_FAILURE);
        }
      } finally {
        generations.close();
      }
    }
  }

  /** Brings everything forward by some steps, and waits when there is nothing left to do. */
  private void round(IndexFolder folder) throws IOException {
    CompletableFuture<Boolean> answered;
    synchronized (monitor) {
      answered = asked;
      asked = new CompletableFuture<>();
      awake = false;
    }
    boolean more = false;
    try {
      Head head = indexing.head();
      generations.renew(folder, head);
      boolean all = generations.follow();
      more = generations.build();
      generations.commitNowAndThen();
      answered.complete(all);
    } catch (DatabaseException e) {
      log.warn("the search index waits for the database: {}", e.toString());
      answered.complete(false);
      pause(AFTER_A_FAILURE);
    } finally {
      answered.complete(false);
    }
    if (!more) {
      pause(refresh);
    }
  }

  private void pause(Duration pause) {
    synchronized (monitor) {
      try {
        if (!awake && !closed) {
          monitor.wait(pause.toMillis());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        closed = true;
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    wake();
    Threads.stop(thread, CLOSING_SECONDS);
  }
}
