package hotline.sync.stream;

import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Removes what nobody needs any more: batches of streams on their way up that every node above has
 * applied, once they are old. Broadcasts stay, for a child enrolled tomorrow wants all of them, and
 * so do the records of the node at the top, of which there is no other copy. Works in small steps,
 * so that nothing waits for it; may run at several processes at once.
 */
public final class StreamPruner {

  private static final int ROWS = 200;

  private final StreamContext context;
  private final SettledStore settled = new SettledStore();
  private final PruneStore store = new PruneStore();

  StreamPruner(StreamContext context) {
    this.context = context;
  }

  /**
   * What was removed.
   *
   * @param own batches of this node's own stream
   * @param received archived batches of the nodes below
   */
  public record Pruned(long own, long received) {}

  /**
   * Removes what is older than it has to be.
   *
   * @param keepOwn how long own records are kept after they were journaled
   * @param keepReceived how long the archive of others' records is kept after they were applied
   */
  public Pruned prune(Duration keepOwn, Duration keepReceived) {
    Instant now = context.clock().instant();
    try {
      long own = pruneOwn(Micros.of(now.minus(keepOwn)));
      long received = 0;
      for (StreamId stream : new StreamProof(context).streams()) {
        if (stream.name().equals(StreamId.UPLINK)) {
          received += pruneReceived(stream, Micros.of(now.minus(keepReceived)));
        }
      }
      return new Pruned(own, received);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private long pruneOwn(long before) throws SQLException {
    StreamId stream = StreamId.uplinkOf(context.tree().self());
    long total = 0;
    int removed = ROWS;
    while (removed == ROWS) {
      removed =
          context
              .transactions()
              .<Integer, SQLException>call(
                  tx -> {
                    long done =
                        Math.min(
                            settled.position(tx, stream),
                            context.journalStore().confirmed(tx, stream.name()));
                    return store.removeOwn(tx, stream.name(), done, before, ROWS);
                  });
      total += removed;
    }
    return total;
  }

  private long pruneReceived(StreamId stream, long before) throws SQLException {
    long total = 0;
    int removed = ROWS;
    while (removed == ROWS) {
      removed =
          context
              .transactions()
              .<Integer, SQLException>call(
                  tx -> {
                    long done = settledAbove(tx, stream);
                    List<ReceivedStore.Sealed> rows =
                        store.prunable(tx, stream, done, before, ROWS);
                    if (!rows.isEmpty()) {
                      ReceivedStore.Sealed last = rows.get(rows.size() - 1);
                      store.removeReceived(tx, stream, last);
                    }
                    return rows.size();
                  });
      total += removed;
    }
    return total;
  }

  /** At the top nobody is above: what is applied is settled. */
  private long settledAbove(Tx tx, StreamId stream) throws SQLException {
    return context.tree().parent().isPresent()
        ? settled.position(tx, stream)
        : context.receivedStore().position(tx, stream);
  }
}
