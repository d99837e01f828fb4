package hotline.sync.stream;

import hotline.sync.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What {@link StreamPruner} removes. The last batch of a stream always stays. */
final class PruneStore {

  int removeOwn(Tx tx, String stream, long settled, long appendedBefore, int limit)
      throws SQLException {
    try (PreparedStatement delete =
        tx.connection()
            .prepareStatement(
                "DELETE FROM stream_batch WHERE stream = ? AND first_position < ?"
                    + " AND last_position <= ? AND last_position < ? AND appended_at < ?"
                    + " ORDER BY first_position LIMIT ?")) {
      long last = lastOwn(tx, stream);
      delete.setString(1, stream);
      delete.setLong(2, last);
      delete.setLong(3, settled);
      delete.setLong(4, last);
      delete.setLong(5, appendedBefore);
      delete.setInt(6, limit);
      return delete.executeUpdate();
    }
  }

  private static long lastOwn(Tx tx, String stream) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT COALESCE(MAX(first_position), 0) FROM stream_batch WHERE stream = ?")) {
      select.setString(1, stream);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /**
   * The oldest archived batches, up to the first that is still needed: not settled, not old, or
   * what the origin's last statement speaks of.
   */
  List<ReceivedStore.Sealed> prunable(
      Tx tx, StreamId stream, long settled, long appliedBefore, int limit) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT b.first_position, b.last_position, b.last_hash, b.applied_at,"
                    + " LEAST(p.position, p.stated_position) FROM received_batch b"
                    + " JOIN stream_position p ON p.origin = b.origin AND p.stream = b.stream"
                    + " WHERE b.origin = ? AND b.stream = ? ORDER BY b.first_position LIMIT ?")) {
      ReceivedStore.bind(select, stream);
      select.setInt(3, limit);
      List<ReceivedStore.Sealed> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()
            && row.getLong(2) <= settled
            && row.getLong(2) < row.getLong(5)
            && row.getLong(4) < appliedBefore) {
          rows.add(new ReceivedStore.Sealed(row.getLong(1), row.getLong(2), row.getBytes(3)));
        }
      }
      return rows;
    }
  }

  /** Removes an archive up to the batch {@code last}, and notes where the rest begins. */
  void removeReceived(Tx tx, StreamId stream, ReceivedStore.Sealed last) throws SQLException {
    try (PreparedStatement delete =
        tx.connection()
            .prepareStatement(
                "DELETE FROM received_batch WHERE origin = ? AND stream = ?"
                    + " AND first_position <= ?")) {
      ReceivedStore.bind(delete, stream);
      delete.setLong(3, last.firstPosition());
      delete.executeUpdate();
    }
    try (PreparedStatement note =
        tx.connection()
            .prepareStatement(
                "INSERT INTO received_pruned (origin, stream, position, hash) VALUES (?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE hash = VALUES(hash), position = VALUES(position)")) {
      ReceivedStore.bind(note, stream);
      note.setLong(3, last.lastPosition());
      note.setBytes(4, last.lastHash());
      note.executeUpdate();
    }
  }

  /** Where the archive of a stream begins: the end of what was pruned. */
  StreamPoint prunedUpTo(Tx tx, StreamId stream) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT position, hash FROM received_pruned WHERE origin = ? AND stream = ?")) {
      ReceivedStore.bind(select, stream);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new StreamPoint(row.getLong(1), row.getBytes(2), 0)
            : StreamPoint.start();
      }
    }
  }
}
