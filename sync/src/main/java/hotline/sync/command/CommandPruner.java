package hotline.sync.command;

import hotline.sync.Transactions;
import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import hotline.sync.jdbc.Micros;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes finished commands from both tables, page by page in the order in which they were written,
 * as far as that was before a point in time.
 */
final class CommandPruner {

  private static final int ROWS = 500;
  private static final byte[] START = new byte[16];

  private static final String OUTBOUND =
      "SELECT id FROM outbound_command WHERE id > ? AND written_at < ? ORDER BY id LIMIT ?";
  private static final String REMOVE_OUTBOUND =
      "DELETE FROM outbound_command WHERE id > ? AND id <= ? AND state <> 0 AND settled_at < ?";

  private static final String INBOUND =
      "SELECT command_id FROM inbound_command WHERE command_id > ? AND received_at < ?"
          + " ORDER BY command_id LIMIT ?";
  private static final String WITH_SUCCESSOR =
      "SELECT c.command_id FROM inbound_command c WHERE c.command_id > ? AND c.command_id <= ?"
          + " AND c.received_at < ? AND EXISTS (SELECT 1 FROM inbound_command n WHERE"
          + " n.sender = c.sender AND n.ordering_key = c.ordering_key AND n.sequence > c.sequence)";

  private final Transactions transactions;

  CommandPruner(Transactions transactions) {
    this.transactions = transactions;
  }

  long prune(Instant before) {
    try {
      return pruneOutbound(Micros.of(before)) + pruneInbound(Micros.of(before));
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private long pruneOutbound(long before) throws SQLException {
    long removed = 0;
    long at = 0;
    while (true) {
      long from = at;
      List<Long> page =
          transactions.<List<Long>, SQLException>call(tx -> outbound(tx, from, before));
      if (page.isEmpty()) {
        return removed;
      }
      long to = page.get(page.size() - 1);
      removed +=
          transactions.<Integer, SQLException>call(tx -> removeOutbound(tx, from, to, before));
      at = to;
    }
  }

  private static List<Long> outbound(Tx tx, long after, long before) throws SQLException {
    try (PreparedStatement select = tx.connection().prepareStatement(OUTBOUND)) {
      select.setLong(1, after);
      select.setLong(2, before);
      select.setInt(3, ROWS);
      List<Long> ids = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getLong(1));
        }
      }
      return ids;
    }
  }

  private static int removeOutbound(Tx tx, long after, long to, long before) throws SQLException {
    try (PreparedStatement delete = tx.connection().prepareStatement(REMOVE_OUTBOUND)) {
      delete.setLong(1, after);
      delete.setLong(2, to);
      delete.setLong(3, before);
      return delete.executeUpdate();
    }
  }

  private long pruneInbound(long before) throws SQLException {
    long removed = 0;
    byte[] at = START;
    while (true) {
      byte[] from = at;
      List<byte[]> page =
          transactions.<List<byte[]>, SQLException>call(tx -> inbound(tx, from, before));
      if (page.isEmpty()) {
        return removed;
      }
      byte[] to = page.get(page.size() - 1);
      removed +=
          transactions.<Integer, SQLException>call(tx -> removeInbound(tx, from, to, before));
      at = to;
    }
  }

  private static List<byte[]> inbound(Tx tx, byte[] after, long before) throws SQLException {
    try (PreparedStatement select = tx.connection().prepareStatement(INBOUND)) {
      select.setBytes(1, after);
      select.setLong(2, before);
      select.setInt(3, ROWS);
      return ids(select);
    }
  }

  /** Found first and removed then: MySQL does not delete from a table that it looks into. */
  private static int removeInbound(Tx tx, byte[] after, byte[] to, long before)
      throws SQLException {
    List<byte[]> ids;
    try (PreparedStatement select = tx.connection().prepareStatement(WITH_SUCCESSOR)) {
      select.setBytes(1, after);
      select.setBytes(2, to);
      select.setLong(3, before);
      ids = ids(select);
    }
    try (PreparedStatement delete =
        tx.connection().prepareStatement("DELETE FROM inbound_command WHERE command_id = ?")) {
      for (byte[] id : ids) {
        delete.setBytes(1, id);
        delete.addBatch();
      }
      delete.executeBatch();
    }
    return ids.size();
  }

  private static List<byte[]> ids(PreparedStatement select) throws SQLException {
    List<byte[]> ids = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ids.add(row.getBytes(1));
      }
    }
    return ids;
  }
}
