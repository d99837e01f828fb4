package hotline.sync.stream;

import hotline.sync.jdbc.DatabaseException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves that what a node holds of other nodes' streams is complete and unaltered (XTR-03). Usable
 * at any process of the node.
 */
public final class StreamProof {

  private static final int SEALED_POSITIONS = 4_096;

  private final StreamContext context;

  StreamProof(StreamContext context) {
    this.context = context;
  }

  /** The streams of other nodes that are known here, in order. */
  public List<StreamId> streams() {
    try {
      return context
          .transactions()
          .<List<StreamId>, SQLException>call(
              tx -> {
                List<StreamId> streams = new ArrayList<>();
                context.receivedStore().positions(tx).forEach(at -> streams.add(at.stream()));
                return streams;
              });
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /**
   * What each origin said last of its own head: a serialized {@code SignedBatch} without records,
   * which anybody who has the origin's certificate can check.
   */
  public Map<StreamId, byte[]> statements() {
    try {
      return context
          .transactions()
          .<Map<StreamId, byte[]>, SQLException>call(
              tx -> {
                Map<StreamId, byte[]> statements = new HashMap<>();
                for (ReceivedStore.Position at : context.receivedStore().positions(tx)) {
                  statements.put(at.stream(), at.statement());
                }
                return statements;
              });
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /**
   * Recomputes the chain over everything archived of a stream; reads all of it. Proves that nothing
   * here was altered or lost since it was applied.
   */
  public ArchiveReport archive(StreamId stream) {
    try {
      return new ArchiveCheck(context.transactions(), context.receivedStore(), context.verifier())
          .run(stream);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /**
   * Compares the replica tables with what the applied records left there; reads all of it, while
   * the stream goes on. Proves that applying was right and that nothing was altered, lost or put
   * back since, and names the entities of which that is not true. Rows that no record wrote are not
   * found.
   */
  public ReplicaReport replicas(StreamId stream) {
    try {
      return ReplicaCheck.run(context, stream);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Makes later proofs cheaper: joins the notes of many small ranges into those of large ones. */
  public void seal() {
    streams().forEach(stream -> seal(stream, SEALED_POSITIONS));
  }

  void seal(StreamId stream, int positions) {
    try {
      new ManifestSealer(context.transactions(), context.manifestStore(), stream, positions).run();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
