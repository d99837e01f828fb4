package hotline.sync.stream;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.jdbc.Binary;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table {@code set_aside}. */
final class SetAsideStore {

  private static final int LONGEST_REASON = 500;

  void add(Tx tx, StreamId stream, ReceivedRecord record, String reason, long nowMicros)
      throws SQLException {
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT IGNORE INTO set_aside (origin, stream, position, set_aside_at,"
                    + " appended_at, reason, body, personal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      ReceivedStore.bind(insert, stream);
      insert.setLong(3, record.position());
      insert.setLong(4, nowMicros);
      insert.setLong(5, Micros.of(record.appendedAt()));
      insert.setString(6, reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
      Binary.set(insert, 7, record.body());
      Binary.set(insert, 8, record.personal());
      insert.executeUpdate();
    }
  }

  List<SetAsideRecord> list(Tx tx, int limit) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT origin, stream, position, appended_at, set_aside_at, reason FROM set_aside"
                    + " ORDER BY origin, stream, position LIMIT ?")) {
      select.setInt(1, limit);
      List<SetAsideRecord> records = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          records.add(
              new SetAsideRecord(
                  new StreamId(NodeCode.of(row.getString(1)), row.getString(2)),
                  row.getLong(3),
                  Micros.toInstant(row.getLong(4)),
                  Micros.toInstant(row.getLong(5)),
                  row.getString(6)));
        }
      }
      return records;
    }
  }

  Map<StreamId, Long> counts(Tx tx) throws SQLException {
    try (PreparedStatement select =
            tx.connection()
                .prepareStatement(
                    "SELECT origin, stream, COUNT(*) FROM set_aside GROUP BY origin, stream");
        ResultSet row = select.executeQuery()) {
      Map<StreamId, Long> counts =
          new TreeMap<>(
              java.util.Comparator.comparing(StreamId::origin).thenComparing(StreamId::name));
      while (row.next()) {
        counts.put(new StreamId(NodeCode.of(row.getString(1)), row.getString(2)), row.getLong(3));
      }
      return counts;
    }
  }

  /** The record, locked until the transaction ends; empty when it is no longer set aside. */
  Optional<ReceivedRecord> lock(Tx tx, StreamId stream, long position) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT body, personal, appended_at FROM set_aside"
                    + " WHERE origin = ? AND stream = ? AND position = ? FOR UPDATE")) {
      ReceivedStore.bind(select, stream);
      select.setLong(3, position);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new ReceivedRecord(
                    position, row.getBytes(1), row.getBytes(2), Micros.toInstant(row.getLong(3))))
            : Optional.empty();
      }
    }
  }

  void remove(Tx tx, StreamId stream, long position) throws SQLException {
    try (PreparedStatement delete =
        tx.connection()
            .prepareStatement(
                "DELETE FROM set_aside WHERE origin = ? AND stream = ? AND position = ?")) {
      ReceivedStore.bind(delete, stream);
      delete.setLong(3, position);
      delete.executeUpdate();
    }
  }
}
