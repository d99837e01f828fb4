package hotline.node.search;

import hotline.node.NodeSettings;
import hotline.node.search.Generation.Look;
import hotline.node.store.SearchFeed.Head;
import hotline.sync.Threads;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's index of tickets. It is kept by a thread of its own, which follows the changes,
 * and builds the index anew when it is missing, damaged, of an older layout, too far behind, or
 * when that has been asked for: meanwhile what there is answers, and says that it is not all.
 */
@Singleton
public final class TicketIndex {

  private static final Logger log = LoggerFactory.getLogger(TicketIndex.class);
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

  TicketIndex(Indexing indexing, SearchSettings settings, NodeSettings node) {
    this.indexing = indexing;
    this.base =
        settings
            .getDir()
            .filter(dir -> !dir.toString().isEmpty())
            .orElseGet(() -> node.getDataDir().resolve("search"));
    this.refresh = settings.getRefresh();
  }

  /**
   * How the index stands.
   *
   * @param complete whether all tickets can be found
   * @param rebuilding whether it is being built anew
   * @param percent of the tickets that a rebuild has read
   * @param tickets that can be found
   * @param behind changes that are not in it yet
   */
  public record Status(
      boolean complete, boolean rebuilding, int percent, long tickets, long behind) {}

  @EventListener
  void onStartup(StartupEvent event) {
    thread.execute(this::run);
  }

  /** Whether all tickets can be found. */
  public boolean complete() {
    return live != null;
  }

  /** Whether an index is being built, the first one or another. */
  public boolean rebuilding() {
    return building != null || live == null;
  }

  /** Has this and every other process of the node build its index anew. */
  public void rebuild() {
    indexing.requestRebuild();
    wake();
  }

  public Status status() {
    Generation answering = answering();
    Generation unfinished = building;
    Head head = indexing.peek();
    long last = Math.max(1, rowsToScan);
    int percent =
        unfinished == null
            ? (live == null ? 0 : 100)
            : (int) Math.min(99, unfinished.mark().scanned() * 100 / last);
    try {
      return new Status(
          complete(),
          rebuilding(),
          percent,
          answering == null ? 0 : answering.size(),
          answering == null ? 0 : Math.max(0, head.position() - answering.mark().position()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lets the index take in all that has been committed before this call, for those who must see
   * what they have just done.
   *
   * @return false when that takes longer than {@code patience}
   */
  public boolean catchUp(Duration patience) {
    Generation current = live;
    Head head = indexing.peek();
    if (current == null) {
      return false;
    }
    if (!head.waiting() && head.position() <= current.mark().position()) {
      return true;
    }
    try {
      return wake().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Looks into what there is; {@code otherwise} when there is nothing at all yet. */
  <T> T search(Look<T> look, T otherwise) {
    Generation first = answering();
    try {
      return first == null ? otherwise : first.search(look);
    } catch (IOException | AlreadyClosedException e) {
      // replaced by a newer one at this very moment, or damaged, which the thread finds out
      Generation second = answering();
      return second == null || second == first ? unreadable(e) : searchOnce(look, otherwise);
    }
  }

  /** Likewise for a look that must not be begun twice. */
  <T> T searchOnce(Look<T> look, T otherwise) {
    Generation answering = answering();
    try {
      return answering == null ? otherwise : answering.search(look);
    } catch (IOException | AlreadyClosedException e) {
      return unreadable(e);
    }
  }

  private static <T> T unreadable(Exception e) {
    throw new IllegalStateException("the search index cannot be read", e);
  }

  private @Nullable Generation answering() {
    Generation whole = live;
    return whole == null ? building : whole;
  }

  private CompletableFuture<Boolean> wake() {
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
    } catch (hotline.sync.jdbc.DatabaseException e) {
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

  private static boolean outdated(@Nullable Generation index, Head head) {
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

  private long refreshedAt = System.nanoTime();

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

  @PreDestroy
  void close() {
    closed = true;
    wake();
    Threads.stop(thread, CLOSING_SECONDS);
  }
}
