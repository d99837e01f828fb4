package hotline.sync.stream;

import hotline.sync.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The table {@code peer_stream}. */
final class PeerStreamStore {

  /**
   * A row.
   *
   * @param replayFrom from where it is to be published once more
   * @param unsent whether the broker has not confirmed all that has a position
   */
  record Row(PeerStream stream, OptionalLong replayFrom, boolean unsent) {}

  void start(Tx tx, String stream, LinkScope scope, Instant now) throws SQLException {
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT INTO peer_stream (stream, masked, started_at) VALUES (?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE masked = VALUES(masked),"
                    + " started_at = VALUES(started_at), ended_at = NULL")) {
      insert.setString(1, stream);
      insert.setBoolean(2, scope == LinkScope.MASKED);
      insert.setLong(3, Micros.of(now));
      insert.executeUpdate();
    }
  }

  /** False when there is no such subscription. */
  boolean end(Tx tx, String stream, Instant now) throws SQLException {
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement(
                "UPDATE peer_stream SET ended_at = ? WHERE stream = ? AND ended_at IS NULL")) {
      update.setLong(1, Micros.of(now));
      update.setString(2, stream);
      return update.executeUpdate() == 1;
    }
  }

  /** False when there is no such subscription. */
  boolean askReplay(Tx tx, String stream, long from) throws SQLException {
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement(
                "UPDATE peer_stream SET replay_from = ? WHERE stream = ? AND ended_at IS NULL")) {
      update.setLong(1, from);
      update.setString(2, stream);
      return update.executeUpdate() == 1;
    }
  }

  /** Has the stream published again from {@code from} on, whatever has been confirmed. */
  void rewind(Tx tx, String stream, long from) throws SQLException {
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement(
                "UPDATE stream_head SET confirmed_position = LEAST(confirmed_position, ?)"
                    + " WHERE stream = ?")) {
      update.setLong(1, from - 1);
      update.setString(2, stream);
      update.executeUpdate();
    }
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement(
                "UPDATE peer_stream SET replay_from = NULL WHERE stream = ? AND replay_from = ?")) {
      update.setString(1, stream);
      update.setLong(2, from);
      update.executeUpdate();
    }
  }

  List<Row> all(Tx tx) throws SQLException {
    try (PreparedStatement select =
            tx.connection()
                .prepareStatement(
                    "SELECT p.stream, p.masked, p.started_at, p.ended_at, p.replay_from,"
                        + " COALESCE(h.position > h.confirmed_position, FALSE)"
                        + " FROM peer_stream p LEFT JOIN stream_head h ON h.stream = p.stream"
                        + " ORDER BY p.stream");
        ResultSet row = select.executeQuery()) {
      List<Row> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(
            new Row(
                new PeerStream(
                    PeerStream.subscriberOf(row.getString(1)),
                    row.getBoolean(2) ? LinkScope.MASKED : LinkScope.FULL,
                    Micros.toInstant(row.getLong(3)),
                    Optional.ofNullable(row.getObject(4, Long.class)).map(Micros::toInstant)),
                row.getObject(5, Long.class) == null
                    ? OptionalLong.empty()
                    : OptionalLong.of(row.getLong(5)),
                row.getBoolean(6)));
      }
      return rows;
    }
  }
}
