package hotline.sync.stream;

import hotline.sync.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Builds the replica tables from records: the side of the receiver that knows what a record says.
 */
public interface RecordApplier {

  /**
   * Applies records of one stream, in order, with multi-row statements, in the transaction in which
   * the receiver advances its position. Applying the same record again must change nothing: an
   * entity is replaced only by a newer version of itself.
   *
   * @return what the records left in the replica tables, each entity's last image at least; what is
   *     not told here is not covered by {@link StreamProof#replicas}
   * @throws PoisonRecordException when one record cannot be applied; the receiver rolls back,
   *     applies the records before it, sets it aside with the reason and goes on behind it
   */
  List<AppliedEntity> apply(Tx tx, StreamId stream, List<ReceivedRecord> records)
      throws PoisonRecordException;

  /**
   * How entities stand in the replica tables now, by the keys under which {@link #apply} told of
   * them. What is not there is left out; what is there but unreadable is not.
   */
  default Map<String, StoredEntity> stored(Tx tx, StreamId stream, Collection<String> keys) {
    return Map.of();
  }
}
