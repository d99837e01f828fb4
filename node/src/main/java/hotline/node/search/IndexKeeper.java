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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index in a folder: follows the changes, and builds the index anew when it is missing,
 * damaged, of an older layout, too far behind, or when that has been asked for. All of it is done
 * by one thread of its own; others only look at what there is.
 */
final class IndexKeeper implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(IndexKeeper.class);
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(10);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);
  private static final long CLOSING_SECONDS = 20;

  private final Indexing indexing;
  private final Path base;
  private final Duration refresh;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Threads.named("search-index"));
  private final Object monitor = new Object();

  private volatile @Nullable Generation live;
  private volatile @Nullable Generation building;
  private volatile long rowsToScan;
  private volatile boolean closed;

  /** Completed at the end of the next whole round that begins after it was put here. */
  private CompletableFuture<Boolean> asked = new CompletableFuture<>();

  private boolean awake;
  private long committedAt;
  private long refreshedAt = System.nanoTime();

  /**
   * @param base the folder, of which one process at a time is the keeper
   * @param refresh how often changes are looked for when nobody asks
   */
  IndexKeeper(Indexing indexing, Path base, Duration refresh) {
    this.indexing = indexing;
    this.base = base;
    this.refresh = refresh;
  }

  void start() {
    thread.execute(this::run);
  }

  /** The index of all tickets, unless there is none yet. */
  @Nullable Generation live() {
    return live;
  }

  /** The index that will be the next one, while it is built. */
  @Nullable Generation building() {
    return building;
  }

  /** How many percent of the tickets are in the one that is built. */
  int percentBuilt() {
    Generation unfinished = building;
    long last = Math.max(1, rowsToScan);
    return unfinished == null ? 0 : (int) Math.min(99, unfinished.mark().scanned() * 100 / last);
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
        begin(folder);
        while (!closed) {
          round(folder);
        }
        commit();
      } catch (IOException | RuntimeException e) {
        if (!closed) {
          log.warn("the search index had to be given up: {}", e.toString());
          pause(AFTER_A_FAILURE);
        }
      } finally {
        live = closed(live);
        building = closed(building);
      }
    }
  }

  /** Opens what an earlier run has left: the newest whole index, and one that was being built. */
  private void begin(IndexFolder folder) throws IOException {
    for (Path path : folder.generations()) {
      Generation found = opened(path);
      if (found == null) {
        IndexFolder.delete(path);
      } else if (live == null && found.mark().complete()) {
        live = found;
      } else if (live == null && building == null) {
        building = found;
      } else {
        found.close();
        IndexFolder.delete(path);
      }
    }
    committedAt = System.nanoTime();
  }

  private static @Nullable Generation opened(Path path) {
    Generation found = null;
    try {
      found = Generation.open(path);
      found.check();
      return found;
    } catch (IOException | RuntimeException e) {
      log.warn("the search index in {} is built anew: {}", path, e.toString());
      closed(found);
      return null;
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
      startBuilding(folder, head);
      Generation current = live;
      if (current != null) {
        while (!closed && indexing.follow(current)) {
          commitNowAndThen();
        }
        current.refresh();
      }
      more = build();
      commitNowAndThen();
      answered.complete(current != null);
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

  private void startBuilding(IndexFolder folder, Head head) throws IOException {
    Generation unfinished = building;
    if (unfinished != null && outdated(unfinished, head)) {
      building = null;
      discard(unfinished);
    }
    Generation current = live;
    if (current != null && current.mark().position() < head.pruned()) {
      // what it has missed cannot be told any more
      live = null;
      discard(current);
    }
    if (building == null && (live == null || outdated(live, head))) {
      log.info("the search index is built");
      building =
          Generation.create(folder.next(), new Mark(head.rebuild(), head.position(), 0, false));
    }
    if (building != null && rowsToScan == 0) {
      rowsToScan = indexing.lastRow();
    }
  }

  static boolean outdated(@Nullable Generation index, Head head) {
    return index == null
        || index.mark().rebuild() < head.rebuild()
        || index.mark().position() < head.pruned();
  }

  /** Returns whether there is more to build. */
  private boolean build() throws IOException {
    Generation unfinished = building;
    if (unfinished == null || closed) {
      return false;
    }
    if (indexing.scan(unfinished)) {
      if (live == null) {
        refreshNowAndThen(unfinished);
      }
      return true;
    }
    while (!closed && indexing.follow(unfinished)) {
      commitNowAndThen();
    }
    if (closed) {
      return false;
    }
    unfinished.moved(unfinished.mark().whole());
    unfinished.refresh();
    unfinished.commit();
    Generation replaced = live;
    live = unfinished;
    building = null;
    rowsToScan = 0;
    if (replaced != null) {
      discard(replaced);
    }
    log.info("the search index is built: {} tickets", unfinished.size());
    return false;
  }

  private void refreshNowAndThen(Generation index) throws IOException {
    if (System.nanoTime() - refreshedAt > refresh.toNanos()) {
      index.refresh();
      refreshedAt = System.nanoTime();
    }
  }

  private void commitNowAndThen() throws IOException {
    if (System.nanoTime() - committedAt > COMMIT_EVERY.toNanos()) {
      commit();
    }
  }

  private void commit() throws IOException {
    for (Generation index : new @Nullable Generation[] {live, building}) {
      if (index != null) {
        index.commit();
      }
    }
    committedAt = System.nanoTime();
  }

  private static void discard(Generation index) {
    closed(index);
    IndexFolder.delete(index.path());
  }

  private static @Nullable Generation closed(@Nullable Generation index) {
    if (index != null) {
      try {
        index.close();
      } catch (IOException | RuntimeException e) {
        log.debug("the search index in {} did not close: {}", index.path(), e.toString());
      }
    }
    return null;
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
