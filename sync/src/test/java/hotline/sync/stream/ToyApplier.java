package hotline.sync.stream;

import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps each record as a row, by position, and the latest version of each ticket. A record applied
 * twice violates the key, so it would show up set aside.
 */
final class ToyApplier implements RecordApplier {

  private static final String ROW = "row/";
  private static final String TICKET = "ticket/";

  final Set<String> poisonous = ConcurrentHashMap.newKeySet();
  final Set<String> crashing = ConcurrentHashMap.newKeySet();

  @Override
  public List<AppliedEntity> apply(Tx tx, StreamId stream, List<ReceivedRecord> records)
      throws PoisonRecordException {
    List<AppliedEntity> entities = new ArrayList<>();
    try (PreparedStatement insert =
            tx.connection()
                .prepareStatement(
                    "INSERT INTO replica (origin, stream, position, body, personal)"
                        + " VALUES (?, ?, ?, ?, ?)");
        PreparedStatement merge =
            tx.connection()
                .prepareStatement(
                    "INSERT INTO latest (origin, ticket, version, body) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE"
                        + " body = IF(VALUES(version) > version, VALUES(body), body),"
                        + " version = GREATEST(version, VALUES(version))")) {
      for (ReceivedRecord record : records) {
        String body = new String(record.body(), StandardCharsets.UTF_8);
        refuseIf(poisonous.contains(body), record);
        if (crashing.contains(body)) {
          throw new IllegalStateException("a mistake in the applier");
        }
        insert.setString(1, stream.origin().value());
        insert.setString(2, stream.name());
        insert.setLong(3, record.position());
        insert.setBytes(4, record.body());
        insert.setBytes(5, record.personal());
        insert.addBatch();
        entities.add(entity(record, ROW + record.position(), 1));
        int colon = body.indexOf(':');
        if (colon > 0) {
          int version = Integer.parseInt(body.substring(colon + 1));
          merge.setString(1, stream.origin().value());
          merge.setString(2, body.substring(0, colon));
          merge.setInt(3, version);
          merge.setBytes(4, record.body());
          merge.addBatch();
          entities.add(entity(record, TICKET + body.substring(0, colon), version));
        }
      }
      insert.executeBatch();
      merge.executeBatch();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
    return entities;
  }

  private static AppliedEntity entity(ReceivedRecord record, String key, int version) {
    return new AppliedEntity(record.position(), key, version, ImageDigest.of(record.body()));
  }

  @Override
  public Map<String, StoredEntity> stored(Tx tx, StreamId stream, Collection<String> keys) {
    Map<String, StoredEntity> stored = new HashMap<>();
    try (PreparedStatement row =
            tx.connection()
                .prepareStatement("SELECT 1, body FROM replica WHERE origin = ? AND position = ?");
        PreparedStatement latest =
            tx.connection()
                .prepareStatement(
                    "SELECT version, body FROM latest WHERE origin = ? AND ticket = ?")) {
      for (String key : keys) {
        PreparedStatement select = key.startsWith(ROW) ? row : latest;
        select.setString(1, stream.origin().value());
        select.setString(2, key.substring(key.indexOf('/') + 1));
        try (ResultSet found = select.executeQuery()) {
          if (found.next()) {
            stored.put(
                key, new StoredEntity(found.getLong(1), ImageDigest.of(found.getBytes(2)), true));
          }
        }
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
    return stored;
  }

  private static void refuseIf(boolean poisonous, ReceivedRecord record)
      throws PoisonRecordException {
    if (poisonous) {
      throw new PoisonRecordException(
          record.position(), "does not make sense", new IllegalArgumentException("poison"));
    }
  }
}
