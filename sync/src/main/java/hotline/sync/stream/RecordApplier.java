package hotline.sync.stream;

import hotline.sync.Tx;
import java.util.List;

/**
 * Builds the replica tables from records: the side of the receiver that knows what a record says.
 */
public interface RecordApplier {

  /**
   * Applies records of one stream, in order, with multi-row statements, in the transaction in which
   * the receiver advances its position. Applying the same record again must change nothing: an
   * entity is replaced only by a newer version of itself.
   *
   * @throws PoisonRecordException when one record cannot be applied; the receiver rolls back,
   *     applies the records before it, sets it aside with the reason and goes on behind it
   */
  void apply(Tx tx, StreamId stream, List<ReceivedRecord> records) throws PoisonRecordException;
}
