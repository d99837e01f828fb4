package hotline.node.search;

import hotline.node.store.SearchFeed.Head;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of all tickets and the one that takes its place, while it is built. Built anew is what
 * is missing, damaged, of an older layout, too far behind, and what that has been asked for. Moved
 * by one thread only; others look at what there is.
 */
final class Generations {

  private static final Logger log = LoggerFactory.getLogger(Generations.class);
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(10);

  private final Indexing indexing;
  private final Duration refresh;
  private final BooleanSupplier stopped;

  private volatile @Nullable Generation live;
  private volatile @Nullable Generation building;
  private volatile long rowsToScan;
  private long committedAt;
  private long refreshedAt = System.nanoTime();

  /**
   * @param refresh how often one that is built, while there is no other, shows how far it is
   * @param stopped whether to leave off, wherever it is
   */
  Generations(Indexing indexing, Duration refresh, BooleanSupplier stopped) {
    this.indexing = indexing;
    this.refresh = refresh;
    this.stopped = stopped;
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

  /** Whether it cannot be brought up to where the feed is, or is not to be. */
  static boolean outdated(@Nullable Generation index, Head head) {
    return index == null
        || index.mark().rebuild() < head.rebuild()
        || index.mark().position() < head.pruned();
  }

  /** Opens what an earlier run has left: the newest whole index, and one that was being built. */
  void open(IndexFolder folder) throws IOException {
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

  /** Gives up what is of no use any more, and begins another where there has to be one. */
  void renew(IndexFolder folder, Head head) throws IOException {
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

  /** Has the live one take in all changes. Returns whether there is one. */
  boolean follow() throws IOException {
    Generation current = live;
    if (current == null) {
      return false;
    }
    takeIn(current);
    current.refresh();
    return true;
  }

  /** Builds on by a step. Returns whether there is more to build. */
  boolean build() throws IOException {
    Generation unfinished = building;
    if (unfinished == null || stopped.getAsBoolean()) {
      return false;
    }
    if (indexing.scan(unfinished)) {
      if (live == null) {
        refreshNowAndThen(unfinished);
      }
      return true;
    }
    takeIn(unfinished);
    if (!stopped.getAsBoolean()) {
      replaceBy(unfinished);
    }
    return false;
  }

  private void takeIn(Generation index) throws IOException {
    while (!stopped.getAsBoolean() && indexing.follow(index)) {
      commitNowAndThen();
    }
  }

  private void replaceBy(Generation built) throws IOException {
    built.moved(built.mark().whole());
    built.refresh();
    built.commit();
    Generation replaced = live;
    live = built;
    building = null;
    rowsToScan = 0;
    if (replaced != null) {
      discard(replaced);
    }
    log.info("the search index is built: {} tickets", built.size());
  }

  private void refreshNowAndThen(Generation index) throws IOException {
    if (System.nanoTime() - refreshedAt > refresh.toNanos()) {
      index.refresh();
      refreshedAt = System.nanoTime();
    }
  }

  void commitNowAndThen() throws IOException {
    if (System.nanoTime() - committedAt > COMMIT_EVERY.toNanos()) {
      commit();
    }
  }

  void commit() throws IOException {
    for (Generation index : new @Nullable Generation[] {live, building}) {
      if (index != null) {
        index.commit();
      }
    }
    committedAt = System.nanoTime();
  }

  /** Lets go of both; what is committed stays in the folder. */
  void close() {
    live = closed(live);
    building = closed(building);
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
}
