package hotline.sync.stream;

import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each record as a row, by position. A record applied twice violates the key, so it would
 * show up set aside.
 */
final class ToyApplier implements RecordApplier {

  final Set<String> poisonous = ConcurrentHashMap.newKeySet();
  final Set<String> crashing = ConcurrentHashMap.newKeySet();

  @Override
  public void apply(Tx tx, StreamId stream, List<ReceivedRecord> records)
      throws PoisonRecordException {
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT INTO replica (origin, stream, position, body, personal)"
                    + " VALUES (?, ?, ?, ?, ?)")) {
      for (ReceivedRecord record : records) {
        String body = new String(record.body(), StandardCharsets.UTF_8);
        refuseIf(poisonous.contains(body), record, null);
        if (crashing.contains(body)) {
          throw new IllegalStateException("a mistake in the applier");
        }
        insert.setString(1, stream.origin().value());
        insert.setString(2, stream.name());
        insert.setLong(3, record.position());
        insert.setBytes(4, record.body());
        insert.setBytes(5, record.personal());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static void refuseIf(boolean poisonous, ReceivedRecord record, @Nullable Exception cause)
      throws PoisonRecordException {
    if (poisonous) {
      throw new PoisonRecordException(
          record.position(),
          "does not make sense",
          cause == null ? new IllegalArgumentException("poison") : cause);
    }
  }
}
