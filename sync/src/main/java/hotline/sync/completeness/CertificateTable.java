package hotline.sync.completeness;

import hotline.sync.Tx;
import hotline.sync.jdbc.Micros;
import hotline.sync.trust.SignedStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table {@code completeness_certificate}. */
final class CertificateTable {

  private static final String SELECT =
      "SELECT id, made_at, complete, text, key_id, signature, chain FROM completeness_certificate";

  /** The newest; locks it, so that only one is put behind it. */
  Optional<CompletenessCertificate> lockNewest(Tx tx) throws SQLException {
    try (PreparedStatement select =
        tx.connection().prepareStatement(SELECT + " ORDER BY id DESC LIMIT 1 FOR UPDATE")) {
      return read(select).stream().findFirst();
    }
  }

  CompletenessCertificate insert(Tx tx, Instant madeAt, boolean complete, SignedStatement statement)
      throws SQLException {
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT INTO completeness_certificate (made_at, complete, text, key_id, signature,"
                    + " chain) VALUES (?, ?, ?, ?, ?, ?)",
                Statement.RETURN_GENERATED_KEYS)) {
      insert.setLong(1, Micros.of(madeAt));
      insert.setBoolean(2, complete);
      insert.setBytes(3, statement.text());
      insert.setString(4, statement.keyId());
      insert.setBytes(5, statement.signature());
      insert.setBytes(6, statement.chain());
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return new CompletenessCertificate(keys.getLong(1), madeAt, complete, statement);
      }
    }
  }

  Optional<CompletenessCertificate> find(Tx tx, long id) throws SQLException {
    try (PreparedStatement select = tx.connection().prepareStatement(SELECT + " WHERE id = ?")) {
      select.setLong(1, id);
      return read(select).stream().findFirst();
    }
  }

  /** The newest first. */
  List<CompletenessCertificate> page(Tx tx, int offset, int limit) throws SQLException {
    try (PreparedStatement select =
        tx.connection().prepareStatement(SELECT + " ORDER BY id DESC LIMIT ? OFFSET ?")) {
      select.setInt(1, limit);
      select.setInt(2, offset);
      return read(select);
    }
  }

  /** Those made before another, the newest of them first. */
  List<CompletenessCertificate> before(Tx tx, long id, int limit) throws SQLException {
    try (PreparedStatement select =
        tx.connection().prepareStatement(SELECT + " WHERE id < ? ORDER BY id DESC LIMIT ?")) {
      select.setLong(1, id);
      select.setInt(2, limit);
      return read(select);
    }
  }

  long count(Tx tx) throws SQLException {
    try (PreparedStatement select =
            tx.connection().prepareStatement("SELECT COUNT(*) FROM completeness_certificate");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<CompletenessCertificate> read(PreparedStatement select) throws SQLException {
    List<CompletenessCertificate> found = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(
            new CompletenessCertificate(
                row.getLong(1),
                Micros.toInstant(row.getLong(2)),
                row.getBoolean(3),
                new SignedStatement(
                    row.getBytes(4), row.getString(5), row.getBytes(6), row.getBytes(7))));
      }
    }
    return found;
  }
}
