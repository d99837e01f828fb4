package hotline.node.federation;

import hotline.sync.Tx;
import hotline.sync.stream.PoisonRecordException;
import hotline.sync.stream.ReceivedRecord;
import hotline.sync.stream.RecordApplier;
import hotline.sync.stream.StreamId;
import jakarta.inject.Singleton;
import java.util.List;

/** Gives the records of each stream to those who know what they say. */
@Singleton
final class ReceivedStreams implements RecordApplier {

  private final Replicas replicas;
  private final BroadcastReplicas broadcasts;

  ReceivedStreams(Replicas replicas, BroadcastReplicas broadcasts) {
    this.replicas = replicas;
    this.broadcasts = broadcasts;
  }

  @Override
  public void apply(Tx tx, StreamId stream, List<ReceivedRecord> records)
      throws PoisonRecordException {
    if (stream.name().equals(StreamId.BROADCAST)) {
      broadcasts.apply(tx, stream, records);
    } else {
      replicas.apply(tx, stream, records);
    }
  }
}
