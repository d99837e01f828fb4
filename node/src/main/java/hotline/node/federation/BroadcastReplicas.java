package hotline.node.federation;

import hotline.node.broadcast.BroadcastDocument;
import hotline.node.store.BroadcastStore;
import hotline.node.wire.BroadcastWire;
import hotline.sync.Tx;
import hotline.sync.stream.PoisonRecordException;
import hotline.sync.stream.ReceivedRecord;
import hotline.sync.stream.StreamId;
import jakarta.inject.Singleton;
import java.util.List;

/** Keeps copies of what the nodes above have published. */
@Singleton
final class BroadcastReplicas {

  private final BroadcastStore store;
  private final BroadcastNews news;

  BroadcastReplicas(BroadcastStore store, BroadcastNews news) {
    this.store = store;
    this.news = news;
  }

  /** Applies records of a broadcast; a version that is there already stays as it is. */
  void apply(Tx tx, StreamId stream, List<ReceivedRecord> records) throws PoisonRecordException {
    for (ReceivedRecord record : records) {
      try {
        BroadcastDocument document = BroadcastWire.read(record.body());
        requireOrigin(document, stream);
        store.add(tx, document);
      } catch (IllegalArgumentException e) {
        throw new PoisonRecordException(record.position(), String.valueOf(e.getMessage()), e);
      }
    }
    tx.afterCommit(news::soon);
  }

  private static void requireOrigin(BroadcastDocument document, StreamId stream) {
    if (!document.publisher().equals(stream.origin())) {
      throw new IllegalArgumentException(
          "a document of " + document.publisher() + " in the stream of " + stream.origin());
    }
  }
}
