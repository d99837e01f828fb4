package hotline.node.federation;

import hotline.sync.Tx;
import hotline.sync.stream.AppliedEntity;
import hotline.sync.stream.PoisonRecordException;
import hotline.sync.stream.ReceivedRecord;
import hotline.sync.stream.RecordApplier;
import hotline.sync.stream.StoredEntity;
import hotline.sync.stream.StreamId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Gives the records of each stream to those who know what they say. */
@Singleton
final class ReceivedStreams implements RecordApplier {

  private final Replicas replicas;
  private final ReplicaImages images;
  private final BroadcastReplicas broadcasts;

  ReceivedStreams(Replicas replicas, ReplicaImages images, BroadcastReplicas broadcasts) {
    this.replicas = replicas;
    this.images = images;
    this.broadcasts = broadcasts;
  }

  @Override
  public List<AppliedEntity> apply(Tx tx, StreamId stream, List<ReceivedRecord> records)
      throws PoisonRecordException {
    if (!stream.name().equals(StreamId.BROADCAST)) {
      return replicas.apply(tx, stream, records);
    }
    broadcasts.apply(tx, stream, records);
    return List.of();
  }

  @Override
  public Map<String, StoredEntity> stored(Tx tx, StreamId stream, Collection<String> keys) {
    return images.stored(tx, stream, keys);
  }
}
