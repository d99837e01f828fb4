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
  List<CompletenessCertificate> list(Tx tx, int limit) throws SQLException {
    try (PreparedStatement select =
        tx.connection().prepareStatement(SELECT + " ORDER BY id DESC LIMIT ?")) {
      select.setInt(1, limit);
      return read(select);
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
