package hotline.sync.stream;

import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records of other nodes that could not be applied here; people decide what becomes of them.
 */
public final class SetAsideRecords {

  private final StreamContext context;

  SetAsideRecords(StreamContext context) {
    this.context = context;
  }

  /** Records that could not be applied, in order of stream and position. */
  public List<SetAsideRecord> list(int limit) {
    try {
      return context
          .transactions()
          .<List<SetAsideRecord>, SQLException>call(tx -> context.setAsideStore().list(tx, limit));
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /**
   * Tries again to apply a record that was set aside; it stays set aside when that fails.
   *
   * @return false when there is no such record any more
   * @throws PoisonRecordException when it still cannot be applied
   */
  public boolean retry(StreamId stream, long position) throws PoisonRecordException {
    try {
      return context
          .transactions()
          .<Boolean, Exception>call(
              tx -> {
                // as the applier does, so that neither waits for the other crosswise
                context.receivedStore().lockedPosition(tx, stream);
                Optional<ReceivedRecord> record =
                    context.setAsideStore().lock(tx, stream, position);
                if (record.isEmpty()) {
                  return false;
                }
                applyLate(tx, stream, record.get());
                context.setAsideStore().remove(tx, stream, position);
                return true;
              });
    } catch (PoisonRecordException | RuntimeException e) {
      throw e;
    } catch (SQLException e) {
      throw new DatabaseException(e);
    } catch (Exception e) {
      throw new IllegalStateException("retrying " + stream + " at " + position + " failed", e);
    }
  }

  /** Of what a late record brings, newer records may have brought the next version already. */
  private void applyLate(Tx tx, StreamId stream, ReceivedRecord record) throws Exception {
    long position = record.position();
    List<AppliedEntity> brought = context.applier().apply(tx, stream, List.of(record));
    Map<String, StoredEntity> stored =
        context.applier().stored(tx, stream, brought.stream().map(AppliedEntity::key).toList());
    List<AppliedEntity> left =
        brought.stream().filter(entity -> entity.isAsIn(stored.get(entity.key()))).toList();
    context
        .manifestStore()
        .add(tx, stream, ManifestStore.LATE, Manifest.of(position, position, left));
  }
}
