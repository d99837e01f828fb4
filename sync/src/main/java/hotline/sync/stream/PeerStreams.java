package hotline.sync.stream;

import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of departments at this node's own level (XTR-05 同级推送, Q-14): each has a stream
 * of its own, signed and chained like every other, on a topic of its own at this node's broker.
 * What goes into the stream the journal's users decide.
 */
public final class PeerStreams {

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final PeerStreamStore store;
  private final StreamContext context;
  private final Clock clock;
  private final Runnable changed;
  private final AtomicInteger generation = new AtomicInteger();
  private volatile @Nullable Snapshot snapshot;

  PeerStreams(StreamContext context, Runnable changed) {
    this.store = context.peerStreamStore();
    this.context = context;
    this.clock = context.clock();
    this.changed = changed;
  }

  /**
   * Subscribes a department from the caller's transaction on, or changes the scope of its
   * subscription; a stream that was ended goes on where it ended. Other processes of this node know
   * of it within a second.
   *
   * @throws IllegalArgumentException when the code does not make a stream name
   */
  public void start(Tx tx, String subscriber, LinkScope scope) {
    String stream = PeerStream.nameOf(subscriber);
    try {
      store.start(tx, stream, scope, clock.instant());
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
    tx.afterCommit(this::forget);
  }

  /**
   * Ends a subscription; what is in the stream by then still goes out. False when there is none.
   */
  public boolean end(Tx tx, String subscriber) {
    try {
      tx.afterCommit(this::forget);
      return store.end(tx, PeerStream.nameOf(subscriber), clock.instant());
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /**
   * Publishes the stream once more from a position on, for a subscriber who has lost something;
   * soon, in the background. False when there is no such subscription.
   */
  public boolean replay(Tx tx, String subscriber, long from) {
    if (from < 1) {
      throw new IllegalArgumentException("position " + from + ": expected 1 or more");
    }
    try {
      tx.afterCommit(this::forget);
      return store.askReplay(tx, PeerStream.nameOf(subscriber), from);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** All that were ever made, the ended ones too, by subscriber. */
  public List<PeerStream> all(Tx tx) {
    try {
      return store.all(tx).stream().map(PeerStreamStore.Row::stream).toList();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** The codes of the present subscribers, as of a second ago at most. */
  public List<String> subscribers(Tx tx) {
    int readIn = generation.get();
    Snapshot known = snapshot;
    Instant now = clock.instant();
    if (known == null || Duration.between(known.readAt, now).abs().compareTo(FRESH) >= 0) {
      known =
          new Snapshot(
              all(tx).stream().filter(PeerStream::active).map(PeerStream::subscriber).toList(),
              now);
      if (readIn == generation.get()) {
        snapshot = known;
      }
    }
    return known.subscribers;
  }

  /** The topic of a subscriber's stream. */
  public String topicOf(String subscriber) {
    return context.peerTopic(PeerStream.nameOf(subscriber));
  }

  private void forget() {
    generation.incrementAndGet();
    snapshot = null;
    changed.run();
  }

  private record Snapshot(List<String> subscribers, Instant readAt) {}
}
