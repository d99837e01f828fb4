package hotline.node.search;

import hotline.node.NodeSettings;
import hotline.node.search.Generation.Look;
import hotline.node.store.SearchFeed.Head;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/**
 * This process's index of tickets. While one is being built for the first time, what there is of it
 * answers, and says that it is not all.
 */
@Singleton
public final class TicketIndex {

  private final Indexing indexing;
  private final IndexKeeper keeper;
  private final Generations generations;

  TicketIndex(Indexing indexing, SearchSettings settings, NodeSettings node) {
    this.indexing = indexing;
    this.keeper =
        new IndexKeeper(
            indexing,
            settings
                .getDir()
                .filter(dir -> !dir.toString().isEmpty())
                .orElseGet(() -> node.getDataDir().resolve("search")),
            settings.getRefresh());
    this.generations = keeper.generations();
  }

  /**
   * How the index stands.
   *
   * @param complete whether all tickets can be found
   * @param rebuilding whether it is being built anew, or is about to be
   * @param percent of the tickets that a rebuild has read
   * @param tickets that can be found
   * @param behind changes that are not in it yet
   */
  public record Status(
      boolean complete, boolean rebuilding, int percent, long tickets, long behind) {}

  @EventListener
  void onStartup(StartupEvent event) {
    keeper.start();
  }

  @PreDestroy
  void close() {
    keeper.close();
  }

  /** Whether all tickets can be found. */
  public boolean complete() {
    return generations.live() != null;
  }

  /** Has this and every other process of the node build its index anew. */
  public void rebuild() {
    indexing.requestRebuild();
    keeper.wake();
  }

  public Status status() {
    Head head = indexing.peek();
    Generation live = generations.live();
    Generation building = generations.building();
    Generation answering = live == null ? building : live;
    // what has been asked for counts as begun, so that whoever asked can wait for its end
    boolean rebuilding = building != null || Generations.outdated(live, head);
    try {
      return new Status(
          live != null,
          rebuilding,
          rebuilding ? generations.percentBuilt() : 100,
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
    Generation current = generations.live();
    Head head = indexing.peek();
    if (current == null) {
      return false;
    }
    if (!head.waiting() && head.position() <= current.visible()) {
      return true;
    }
    try {
      return keeper.wake().get(patience.toMillis(), TimeUnit.MILLISECONDS);
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
    Generation whole = generations.live();
    return whole == null ? generations.building() : whole;
  }
}
