package hotline.sync.command;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.jdbc.Micros;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of the commands in {@code outbound_command}: settled, failed, cancelled. */
final class OutboundOutcomes {

  static final int DONE = 1;
  static final int REFUSED = 2;
  static final int CANCELLED = 3;

  private static final int LONGEST_ERROR = 500;

  /** A waiting command found by its id, locked. */
  record Locked(
      long id,
      NodeCode target,
      String orderingKey,
      String type,
      byte[] payload,
      @Nullable Long sequence,
      long previous) {}

  /**
   * Takes a command out of the queue.
   *
   * @return false when it does not wait any more
   */
  boolean settle(Tx tx, long id, int state, @Nullable String error, Instant now)
      throws SQLException {
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement(
                "UPDATE outbound_command SET state = ?, last_error = ?, settled_at = ?, attempts"
                    + " = attempts + 1 WHERE id = ? AND state = 0")) {
      update.setInt(1, state);
      setError(update, 2, error);
      update.setLong(3, Micros.of(now));
      update.setLong(4, id);
      return update.executeUpdate() == 1;
    }
  }

  /**
   * Notes what came of a cancelled command nevertheless.
   *
   * @return false when it was not cancelled
   */
  boolean noteIfCancelled(Tx tx, long id, String note) throws SQLException {
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement(
                "UPDATE outbound_command SET last_error = ? WHERE id = ? AND state = 3")) {
      setError(update, 1, note);
      update.setLong(2, id);
      return update.executeUpdate() == 1;
    }
  }

  void recordFailure(Tx tx, Collection<Outgoing> commands, String error) throws SQLException {
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement(
                "UPDATE outbound_command SET attempts = attempts + 1, last_error = ? WHERE state"
                    + " = 0 AND id IN ("
                    + OutboundTable.ids(commands)
                    + ")")) {
      setError(update, 1, error);
      update.executeUpdate();
    }
  }

  Optional<Locked> lock(Tx tx, CommandId id) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT id, target, ordering_key, type, payload, sequence, previous_sequence FROM"
                    + " outbound_command WHERE command_id = ? AND state = 0 FOR UPDATE")) {
      select.setBytes(1, CommandIds.bytes(id));
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        long sequence = row.getLong(6);
        boolean sequenced = !row.wasNull();
        return Optional.of(
            new Locked(
                row.getLong(1),
                NodeCode.of(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getBytes(5),
                sequenced ? (Long) sequence : null,
                row.getLong(7)));
      }
    }
  }

  /** The commands that waited for a cancelled one wait for its predecessor instead. */
  void skip(Tx tx, Locked cancelled) throws SQLException {
    if (cancelled.sequence() == null) {
      return;
    }
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement(
                "UPDATE outbound_command SET previous_sequence = ? WHERE target = ? AND state = 0"
                    + " AND ordering_key = ? AND previous_sequence = ?")) {
      update.setLong(1, cancelled.previous());
      update.setString(2, cancelled.target().value());
      update.setString(3, cancelled.orderingKey());
      update.setLong(4, cancelled.sequence());
      update.executeUpdate();
    }
  }

  private static void setError(PreparedStatement statement, int index, @Nullable String error)
      throws SQLException {
    if (error == null) {
      statement.setNull(index, Types.VARCHAR);
    } else {
      statement.setString(
          index, error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error);
    }
  }
}
