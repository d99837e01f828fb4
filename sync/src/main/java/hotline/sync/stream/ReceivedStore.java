package hotline.sync.stream;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.jdbc.Binary;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of other nodes' streams: positions, the archive of batches. */
final class ReceivedStore {

  /** A row of {@code stream_position}. */
  record Position(
      StreamId stream,
      StreamPoint applied,
      long appliedAtMicros,
      long statedPosition,
      byte[] statedHash,
      long statedAtMicros,
      byte[] statement) {}

  /** A row of {@code received_batch} without the batch. */
  record Sealed(long firstPosition, long lastPosition, byte[] lastHash) {}

  /** How far a stream is applied; locks the row, which is created if need be. */
  StreamPoint lock(Tx tx, StreamId stream) throws SQLException {
    Optional<StreamPoint> point = locked(tx, stream);
    if (point.isPresent()) {
      return point.get();
    }
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT IGNORE INTO stream_position (origin, stream, position, hash, appended_at,"
                    + " applied_at, stated_position, stated_hash, stated_at, statement)"
                    + " VALUES (?, ?, 0, ?, 0, 0, 0, ?, 0, '')")) {
      bind(insert, stream);
      insert.setBytes(3, Hashes.zero());
      insert.setBytes(4, Hashes.zero());
      insert.executeUpdate();
    }
    return locked(tx, stream).orElseGet(StreamPoint::start);
  }

  /** How far a stream is applied, 0 when it is not known; keeps it there until the end. */
  long lockedPosition(Tx tx, StreamId stream) throws SQLException {
    return locked(tx, stream).map(StreamPoint::position).orElse(0L);
  }

  private static Optional<StreamPoint> locked(Tx tx, StreamId stream) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT position, hash, appended_at FROM stream_position"
                    + " WHERE origin = ? AND stream = ? FOR UPDATE")) {
      bind(select, stream);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new StreamPoint(row.getLong(1), row.getBytes(2), row.getLong(3)))
            : Optional.empty();
      }
    }
  }

  void advance(Tx tx, StreamId stream, StreamPoint point, long nowMicros, @Nullable Batch statement)
      throws SQLException {
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement(
                "UPDATE stream_position SET position = ?, hash = ?, appended_at = ?,"
                    + " applied_at = ? WHERE origin = ? AND stream = ?")) {
      update.setLong(1, point.position());
      update.setBytes(2, point.hash());
      update.setLong(3, point.appendedAtMicros());
      update.setLong(4, nowMicros);
      update.setString(5, stream.origin().value());
      update.setString(6, stream.name());
      update.executeUpdate();
    }
    if (statement != null) {
      state(tx, stream, statement);
    }
  }

  /** Keeps what the origin said, unless something newer is kept. */
  void state(Tx tx, StreamId stream, Batch statement) throws SQLException {
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement(
                "UPDATE stream_position SET stated_position = ?, stated_hash = ?, stated_at = ?,"
                    + " statement = ? WHERE origin = ? AND stream = ? AND (stated_position < ?"
                    + " OR stated_position = ? AND stated_at < ?)")) {
      long position = statement.lastPosition();
      update.setLong(1, position);
      update.setBytes(2, statement.lastHash());
      update.setLong(3, statement.statedAtMicros());
      update.setBytes(4, statement.statement());
      update.setString(5, stream.origin().value());
      update.setString(6, stream.name());
      update.setLong(7, position);
      update.setLong(8, position);
      update.setLong(9, statement.statedAtMicros());
      update.executeUpdate();
    }
  }

  void archive(Tx tx, StreamId stream, List<ReceivedPiece> pieces, long nowMicros)
      throws SQLException, MalformedBatchException {
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT INTO received_batch (origin, stream, first_position, last_position,"
                    + " last_hash, appended_at, applied_at, size, batch)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (ReceivedPiece piece : pieces) {
        Batch batch = piece.batch();
        bind(insert, stream);
        insert.setLong(3, piece.from());
        insert.setLong(4, piece.to());
        insert.setBytes(5, piece.hash());
        insert.setLong(6, appendedAt(piece));
        insert.setLong(7, nowMicros);
        insert.setInt(8, batch.bytes().length);
        Binary.set(insert, 9, batch.bytes());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  static long appendedAt(ReceivedPiece piece) throws MalformedBatchException {
    Batch batch = piece.batch();
    return batch.records().get((int) (piece.to() - batch.firstPosition())).appendedAtMicros();
  }

  List<Position> positions(Tx tx) throws SQLException {
    try (PreparedStatement select =
            tx.connection()
                .prepareStatement(
                    "SELECT origin, stream, position, hash, appended_at, applied_at,"
                        + " stated_position, stated_hash, stated_at, statement"
                        + " FROM stream_position ORDER BY origin, stream");
        ResultSet row = select.executeQuery()) {
      List<Position> positions = new ArrayList<>();
      while (row.next()) {
        positions.add(
            new Position(
                new StreamId(NodeCode.of(row.getString(1)), row.getString(2)),
                new StreamPoint(row.getLong(3), row.getBytes(4), row.getLong(5)),
                row.getLong(6),
                row.getLong(7),
                row.getBytes(8),
                row.getLong(9),
                row.getBytes(10)));
      }
      return positions;
    }
  }

  long position(Tx tx, StreamId stream) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT position FROM stream_position WHERE origin = ? AND stream = ?")) {
      bind(select, stream);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  /** Which rows of the archive follow {@code position}, in order. */
  List<Sealed> sealedBehind(Tx tx, StreamId stream, long position, int limit) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT first_position, last_position, last_hash FROM received_batch"
                    + " WHERE origin = ? AND stream = ? AND first_position >="
                    + " COALESCE((SELECT MAX(b.first_position) FROM received_batch b"
                    + " WHERE b.origin = ? AND b.stream = ? AND b.first_position <= ?), 1)"
                    + " ORDER BY first_position LIMIT ?")) {
      bind(select, stream);
      select.setString(3, stream.origin().value());
      select.setString(4, stream.name());
      select.setLong(5, position + 1);
      select.setInt(6, limit);
      List<Sealed> rows = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(new Sealed(row.getLong(1), row.getLong(2), row.getBytes(3)));
        }
      }
      return rows;
    }
  }

  byte[] batch(Tx tx, StreamId stream, long firstPosition) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT batch FROM received_batch"
                    + " WHERE origin = ? AND stream = ? AND first_position = ?")) {
      bind(select, stream);
      select.setLong(3, firstPosition);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("no archived batch of " + stream + " at " + firstPosition);
        }
        return row.getBytes(1);
      }
    }
  }

  /** The chain hash at an archived position. */
  byte[] hashAt(Tx tx, StreamId stream, long position)
      throws SQLException, MalformedBatchException {
    Sealed row = sealedBehind(tx, stream, position - 1, 1).get(0);
    return row.lastPosition() == position
        ? row.lastHash()
        : Batch.parse(batch(tx, stream, row.firstPosition())).hashAt(position);
  }

  static void bind(PreparedStatement statement, StreamId stream) throws SQLException {
    statement.setString(1, stream.origin().value());
    statement.setString(2, stream.name());
  }
}
