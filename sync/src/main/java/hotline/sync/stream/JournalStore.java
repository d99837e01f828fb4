package hotline.sync.stream;

import hotline.sync.Tx;
import hotline.sync.jdbc.Binary;
import hotline.sync.jdbc.Lease;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of this node's own streams: {@code journal}, {@code stream_batch}, its heads. */
final class JournalStore {

  /** Rows up to this many bytes come with the search; larger ones are loaded one by one. */
  private static final int INLINE_SIZE = 16 * 1024;

  void append(Tx tx, String stream, byte[] records) throws SQLException {
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement("INSERT INTO journal (stream, size, records) VALUES (?, ?, ?)")) {
      insert.setString(1, stream);
      insert.setInt(2, records.length);
      Binary.set(insert, 3, records);
      insert.executeUpdate();
    }
  }

  /** The committed rows without a position, oldest first: at most {@code limit}. */
  List<JournalRow> waiting(Tx tx, int limit) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT id, stream, size, CASE WHEN size <= "
                    + INLINE_SIZE
                    + " THEN records END FROM journal ORDER BY id LIMIT ?")) {
      select.setInt(1, limit);
      List<JournalRow> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(
              new JournalRow(row.getLong(1), row.getString(2), row.getInt(3), row.getBytes(4)));
        }
      }
      return rows;
    }
  }

  byte[] load(Tx tx, long id) throws SQLException {
    try (PreparedStatement select =
        tx.connection().prepareStatement("SELECT records FROM journal WHERE id = ?")) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new StaleSequencerException("journal row " + id + " is gone");
        }
        return row.getBytes(1);
      }
    }
  }

  /**
   * Removes exactly these rows. Ranges are used only where every id in them is known: a range over
   * an unseen id would wait for, or remove, a row of a transaction that is still open.
   */
  void remove(Tx tx, List<Long> ids) throws SQLException {
    StringBuilder sql = new StringBuilder("DELETE FROM journal WHERE ");
    for (int from = 0; from < ids.size(); ) {
      int to = from;
      while (to + 1 < ids.size() && ids.get(to + 1) == ids.get(to) + 1) {
        to++;
      }
      if (from > 0) {
        sql.append(" OR ");
      }
      if (to > from) {
        sql.append("id BETWEEN ").append(ids.get(from)).append(" AND ").append(ids.get(to));
      } else {
        sql.append("id = ").append(ids.get(from));
      }
      from = to + 1;
    }
    try (var delete = tx.connection().createStatement()) {
      int removed = delete.executeUpdate(sql.toString());
      if (removed != ids.size()) {
        throw new StaleSequencerException(
            "removed " + removed + " journal rows, expected " + ids.size());
      }
    }
  }

  void insert(Tx tx, SequencedBatch batch) throws SQLException {
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT INTO stream_batch (stream, first_position, last_position, previous_hash,"
                    + " last_hash, appended_at, size, records) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, batch.stream());
      insert.setLong(2, batch.firstPosition());
      insert.setLong(3, batch.lastPosition());
      insert.setBytes(4, batch.previousHash());
      insert.setBytes(5, batch.lastHash());
      insert.setLong(6, batch.appendedAtMicros());
      insert.setInt(7, batch.records().length);
      Binary.set(insert, 8, batch.records());
      insert.executeUpdate();
    }
  }

  void createHead(Tx tx, String stream) throws SQLException {
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT IGNORE INTO stream_head"
                    + " (stream, position, hash, appended_at, confirmed_position)"
                    + " VALUES (?, 0, ?, 0, 0)")) {
      insert.setString(1, stream);
      insert.setBytes(2, Hashes.zero());
      insert.executeUpdate();
    }
  }

  /**
   * Moves a head on from {@code expected}, if it is still there and the lease still stands at
   * {@code epoch}: the fence that lets only one process sequence.
   */
  void advanceHead(Tx tx, String stream, long expected, StreamPoint head, String lease, long epoch)
      throws SQLException {
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement(
                "UPDATE stream_head SET position = ?, hash = ?, appended_at = ?"
                    + " WHERE stream = ? AND position = ? AND "
                    + Lease.HELD)) {
      update.setLong(1, head.position());
      update.setBytes(2, head.hash());
      update.setLong(3, head.appendedAtMicros());
      update.setString(4, stream);
      update.setLong(5, expected);
      update.setString(6, lease);
      update.setLong(7, epoch);
      if (update.executeUpdate() != 1) {
        throw new StaleSequencerException(
            "stream " + stream + " is no longer at " + expected + " under epoch " + epoch);
      }
    }
  }

  /** The heads of all own streams, by stream name. */
  Map<String, StreamPoint> heads(Tx tx) throws SQLException {
    try (PreparedStatement select =
            tx.connection()
                .prepareStatement("SELECT stream, position, hash, appended_at FROM stream_head");
        ResultSet row = select.executeQuery()) {
      Map<String, StreamPoint> heads = new TreeMap<>();
      while (row.next()) {
        heads.put(
            row.getString(1), new StreamPoint(row.getLong(2), row.getBytes(3), row.getLong(4)));
      }
      return heads;
    }
  }

  long confirmed(Tx tx, String stream) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement("SELECT confirmed_position FROM stream_head WHERE stream = ?")) {
      select.setString(1, stream);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  void confirm(Tx tx, String stream, long position) throws SQLException {
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement(
                "UPDATE stream_head SET confirmed_position = ?"
                    + " WHERE stream = ? AND confirmed_position < ?")) {
      update.setLong(1, position);
      update.setString(2, stream);
      update.setLong(3, position);
      update.executeUpdate();
    }
  }

  /**
   * Sequenced batches from the one that holds {@code position} on, in order: as many as fit into
   * {@code maxBytes}, at least one if there is any.
   */
  List<SequencedBatch> batchesFrom(Tx tx, String stream, long position, int maxBytes)
      throws SQLException {
    long last = lastFitting(tx, stream, position, maxBytes);
    if (last < 0) {
      return List.of();
    }
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT first_position, last_position, previous_hash, last_hash, appended_at,"
                    + " records FROM stream_batch WHERE stream = ? AND first_position >="
                    + " COALESCE((SELECT MAX(b.first_position) FROM stream_batch b"
                    + " WHERE b.stream = ? AND b.first_position <= ?), 1)"
                    + " AND first_position <= ? ORDER BY first_position")) {
      select.setString(1, stream);
      select.setString(2, stream);
      select.setLong(3, position);
      select.setLong(4, last);
      List<SequencedBatch> batches = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          batches.add(
              new SequencedBatch(
                  stream,
                  row.getLong(1),
                  row.getLong(2),
                  row.getBytes(3),
                  row.getBytes(4),
                  row.getLong(5),
                  row.getBytes(6)));
        }
      }
      return batches;
    }
  }

  /** The first position of the last batch that fits, -1 when there is no batch. */
  private static long lastFitting(Tx tx, String stream, long position, int maxBytes)
      throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT first_position, last_position, size FROM stream_batch WHERE stream = ?"
                    + " AND first_position >= COALESCE((SELECT MAX(b.first_position)"
                    + " FROM stream_batch b WHERE b.stream = ? AND b.first_position <= ?), 1)"
                    + " ORDER BY first_position LIMIT 500")) {
      select.setString(1, stream);
      select.setString(2, stream);
      select.setLong(3, position);
      long last = -1;
      long bytes = 0;
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (row.getLong(2) < position) {
            continue;
          }
          bytes += row.getInt(3);
          if (last >= 0 && bytes > maxBytes) {
            break;
          }
          last = row.getLong(1);
        }
      }
      return last;
    }
  }

  long waitingCount(Tx tx) throws SQLException {
    try (PreparedStatement select =
            tx.connection().prepareStatement("SELECT COUNT(*) FROM journal");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
