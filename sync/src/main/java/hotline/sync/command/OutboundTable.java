package hotline.sync.command;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.jdbc.Micros;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables {@code outbound_command} and {@code outbound_target}. */
final class OutboundTable {

  static final int WAITING = 0;
  static final int DONE = 1;
  static final int REFUSED = 2;
  static final int CANCELLED = 3;

  private static final int LONGEST_ERROR = 500;

  /** Longer payloads are read one by one when they are sent. */
  private static final int SHORT_PAYLOAD = 64 << 10;

  private static final String ROW =
      "id, command_id, ordering_key, type, written_at, attempts, sequence, previous_sequence,"
          + " CASE WHEN LENGTH(payload) <= "
          + SHORT_PAYLOAD
          + " THEN payload END";

  /** A waiting command found by its id, locked. */
  record Locked(
      long id,
      NodeCode target,
      String orderingKey,
      String type,
      byte[] payload,
      @Nullable Long sequence,
      long previous) {}

  /** What may have changed since a command was read. */
  record Fresh(byte[] payload, long previous) {}

  void insert(Tx tx, CommandId id, CommandDraft draft, Instant now) throws SQLException {
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT INTO outbound_command (command_id, target, ordering_key, type, payload,"
                    + " written_at) VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setBytes(1, CommandIds.bytes(id));
      insert.setString(2, draft.target().value());
      insert.setString(3, draft.orderingKey());
      insert.setString(4, draft.type());
      insert.setBytes(5, draft.payload());
      insert.setLong(6, Micros.of(now));
      insert.executeUpdate();
    }
  }

  /** Waiting commands that have a sequence, in its order. */
  List<Outgoing> sequenced(Tx tx, NodeCode target, long after, int limit, long loadedAt)
      throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT "
                    + ROW
                    + " FROM outbound_command WHERE target = ? AND state = 0 AND sequence > ?"
                    + " ORDER BY sequence LIMIT ?")) {
      select.setString(1, target.value());
      select.setLong(2, after);
      select.setInt(3, limit);
      return rows(select, loadedAt);
    }
  }

  /** Waiting commands that have none yet, in the order in which they were written. */
  List<Outgoing> unsequenced(Tx tx, NodeCode target, int limit, long loadedAt) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT "
                    + ROW
                    + " FROM outbound_command WHERE target = ? AND state = 0 AND sequence IS NULL"
                    + " ORDER BY id LIMIT ?")) {
      select.setString(1, target.value());
      select.setInt(2, limit);
      return rows(select, loadedAt);
    }
  }

  private static List<Outgoing> rows(PreparedStatement select, long loadedAt) throws SQLException {
    List<Outgoing> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(
            new Outgoing(
                row.getLong(1),
                CommandIds.of(row.getBytes(2)),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getLong(7),
                row.getLong(8),
                row.getInt(6),
                row.getBytes(9),
                loadedAt));
      }
    }
    return found;
  }

  /** The last sequence that was given for a target, 0 when there was none; its row stays locked. */
  long lockLastSequence(Tx tx, NodeCode target) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT last_sequence FROM outbound_target WHERE target = ? FOR UPDATE")) {
      select.setString(1, target.value());
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          return row.getLong(1);
        }
      }
    }
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT INTO outbound_target (target, last_sequence) VALUES (?, 0)")) {
      insert.setString(1, target.value());
      insert.executeUpdate();
    }
    return 0;
  }

  /** Stores the sequences of {@code commands}, which follow each other without a gap. */
  void storeSequences(Tx tx, NodeCode target, List<Outgoing> commands) throws SQLException {
    long base = commands.get(0).sequence - 1;
    String ids = ids(commands);
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement(
                "UPDATE outbound_command SET sequence = ? + FIND_IN_SET(id, ?),"
                    + " previous_sequence = 0 WHERE id IN ("
                    + ids
                    + ")")) {
      update.setLong(1, base);
      update.setString(2, ids);
      update.executeUpdate();
    }
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement("UPDATE outbound_command SET previous_sequence = ? WHERE id = ?")) {
      for (Outgoing command : commands) {
        if (command.previous > 0) {
          update.setLong(1, command.previous);
          update.setLong(2, command.id);
          update.executeUpdate();
        }
      }
    }
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement("UPDATE outbound_target SET last_sequence = ? WHERE target = ?")) {
      update.setLong(1, base + commands.size());
      update.setString(2, target.value());
      update.executeUpdate();
    }
  }

  /** The commands that still wait, by id. */
  Map<Long, Fresh> refresh(Tx tx, Collection<Outgoing> commands) throws SQLException {
    Map<Long, Fresh> fresh = new HashMap<>();
    try (PreparedStatement select =
            tx.connection()
                .prepareStatement(
                    "SELECT id, payload, previous_sequence FROM outbound_command WHERE state = 0"
                        + " AND id IN ("
                        + ids(commands)
                        + ")");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        fresh.put(row.getLong(1), new Fresh(row.getBytes(2), row.getLong(3)));
      }
    }
    return fresh;
  }

  byte[] payload(Tx tx, long id) throws SQLException {
    try (PreparedStatement select =
        tx.connection().prepareStatement("SELECT payload FROM outbound_command WHERE id = ?")) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBytes(1);
      }
    }
  }

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
                    + ids(commands)
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

  private static String ids(Collection<Outgoing> commands) {
    return commands.stream()
        .map(command -> Long.toString(command.id))
        .collect(Collectors.joining(","));
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
