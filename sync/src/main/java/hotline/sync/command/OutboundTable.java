package hotline.sync.command;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.jdbc.Binary;
import hotline.sync.jdbc.Micros;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The tables {@code outbound_command} and {@code outbound_target}: what waits, and in which order.
 * What becomes of it is written by {@link OutboundOutcomes}.
 */
final class OutboundTable {

  /** Longer payloads are read one by one when they are sent. */
  private static final int SHORT_PAYLOAD = 64 << 10;

  private static final String ROW =
      "id, command_id, ordering_key, type, written_at, attempts, sequence, previous_sequence,"
          + " CASE WHEN LENGTH(payload) <= "
          + SHORT_PAYLOAD
          + " THEN payload END";

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
      Binary.set(insert, 5, draft.payload());
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

  static String ids(Collection<Outgoing> commands) {
    return commands.stream()
        .map(command -> Long.toString(command.id))
        .collect(Collectors.joining(","));
  }
}
