package hotline.sync.stream;

import hotline.sync.Tx;
import hotline.sync.jdbc.Binary;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The table {@code replica_manifest}. */
final class ManifestStore {

  /** What the stream brought in order. */
  static final int IN_ORDER = 0;

  /** What was set aside and applied later. */
  static final int LATE = 1;

  private static final String SELECT =
      "SELECT first_position, part, last_position, entities, digest, manifest"
          + " FROM replica_manifest";

  private static final String BEHIND =
      " WHERE origin = ? AND stream = ? AND first_position >= ?"
          + " AND (first_position > ? OR part > ?) ORDER BY first_position, part";

  /** A row without its manifest. */
  record Range(long first, long last, int entities) {}

  /** A row as it stands in the table: whether it is what was written, the reader has to check. */
  record Row(long first, int part, long last, int entities, byte[] digest, byte[] manifest) {

    Manifest read() throws MalformedBatchException {
      if (!Arrays.equals(Hashes.sha256().digest(manifest), digest)) {
        throw new MalformedBatchException("a manifest that does not match its digest");
      }
      Manifest read = Manifest.decode(first, last, manifest);
      if (read.entities().size() != entities) {
        throw new MalformedBatchException("a manifest of another number of entities");
      }
      return read;
    }
  }

  void add(Tx tx, StreamId stream, int part, Manifest manifest) throws SQLException {
    byte[] bytes = manifest.encode();
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT INTO replica_manifest (origin, stream, first_position, part,"
                    + " last_position, entities, digest, manifest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      ReceivedStore.bind(insert, stream);
      insert.setLong(3, manifest.first());
      insert.setInt(4, part);
      insert.setLong(5, manifest.last());
      insert.setInt(6, manifest.entities().size());
      insert.setBytes(7, Hashes.sha256().digest(bytes));
      Binary.set(insert, 8, bytes);
      insert.executeUpdate();
    }
  }

  /** Which rows follow (first, part), in order. */
  List<Range> rangesBehind(Tx tx, StreamId stream, long first, int part, int limit)
      throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT first_position, last_position, entities FROM replica_manifest"
                    + BEHIND
                    + " LIMIT ?")) {
      bindBehind(select, stream, first, part);
      select.setInt(6, limit);
      return ranges(select);
    }
  }

  /** Rows behind (first, part), in order. */
  List<Row> behind(Tx tx, StreamId stream, long first, int part, int limit) throws SQLException {
    try (PreparedStatement select =
        tx.connection().prepareStatement(SELECT + BEHIND + " LIMIT ?")) {
      bindBehind(select, stream, first, part);
      select.setInt(6, limit);
      return rows(select);
    }
  }

  /**
   * Which rows of what came in order cover less than {@code positions}, from the position {@code
   * from} on; locked.
   */
  List<Range> lockSmaller(Tx tx, StreamId stream, long from, int positions, int limit)
      throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT first_position, last_position, entities FROM replica_manifest"
                    + " WHERE origin = ? AND stream = ? AND first_position >= ? AND part = 0"
                    + " AND last_position - first_position + 1 < ?"
                    + " ORDER BY first_position LIMIT ? FOR UPDATE")) {
      ReceivedStore.bind(select, stream);
      select.setLong(3, from);
      select.setInt(4, positions);
      select.setInt(5, limit);
      return ranges(select);
    }
  }

  /** Rows of what came in order that begin in {@code first} to {@code last}, in order. */
  List<Row> inOrder(Tx tx, StreamId stream, long first, long last) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                SELECT
                    + " WHERE origin = ? AND stream = ? AND first_position BETWEEN ? AND ?"
                    + " AND part = 0 ORDER BY first_position")) {
      ReceivedStore.bind(select, stream);
      select.setLong(3, first);
      select.setLong(4, last);
      return rows(select);
    }
  }

  private static void bindBehind(PreparedStatement select, StreamId stream, long first, int part)
      throws SQLException {
    ReceivedStore.bind(select, stream);
    select.setLong(3, first);
    select.setLong(4, first);
    select.setInt(5, part);
  }

  private static List<Range> ranges(PreparedStatement select) throws SQLException {
    List<Range> ranges = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ranges.add(new Range(row.getLong(1), row.getLong(2), row.getInt(3)));
      }
    }
    return ranges;
  }

  private static List<Row> rows(PreparedStatement select) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        rows.add(
            new Row(
                row.getLong(1),
                row.getInt(2),
                row.getLong(3),
                row.getInt(4),
                row.getBytes(5),
                row.getBytes(6)));
      }
    }
    return rows;
  }

  /** Puts one row in the place of those that begin in {@code first} to {@code last}, in order. */
  void seal(Tx tx, StreamId stream, Manifest manifest) throws SQLException {
    try (PreparedStatement delete =
        tx.connection()
            .prepareStatement(
                "DELETE FROM replica_manifest WHERE origin = ? AND stream = ?"
                    + " AND first_position BETWEEN ? AND ? AND part = 0")) {
      ReceivedStore.bind(delete, stream);
      delete.setLong(3, manifest.first());
      delete.setLong(4, manifest.last());
      delete.executeUpdate();
    }
    add(tx, stream, IN_ORDER, manifest);
  }
}
