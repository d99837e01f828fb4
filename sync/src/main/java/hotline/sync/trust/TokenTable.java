package hotline.sync.trust;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.jdbc.Micros;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The table {@code enrolment_token}. */
final class TokenTable {

  /**
   * A token that was given out.
   *
   * @param usedBy the key that was enrolled with it
   */
  record Row(NodeCode child, String name, Instant expiresAt, Optional<KeyHash> usedBy) {}

  void insert(Tx tx, byte[] hash, NodeCode child, String name, Instant now, Instant expiresAt)
      throws SQLException {
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT INTO enrolment_token (token_hash, child, name, created_at, expires_at)"
                    + " VALUES (?, ?, ?, ?, ?)")) {
      insert.setBytes(1, hash);
      insert.setString(2, child.value());
      insert.setString(3, name);
      insert.setLong(4, Micros.of(now));
      insert.setLong(5, Micros.of(expiresAt));
      insert.executeUpdate();
    }
  }

  Optional<Row> lock(Tx tx, byte[] hash) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT child, name, expires_at, used_by_key FROM enrolment_token"
                    + " WHERE token_hash = ? FOR UPDATE")) {
      select.setBytes(1, hash);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new Row(
                NodeCode.of(row.getString(1)),
                row.getString(2),
                Micros.toInstant(row.getLong(3)),
                Optional.ofNullable(row.getBytes(4)).map(KeyHash::of)));
      }
    }
  }

  void use(Tx tx, byte[] hash, KeyHash key, Instant now) throws SQLException {
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement(
                "UPDATE enrolment_token SET used_at = ?, used_by_key = ? WHERE token_hash = ?")) {
      update.setLong(1, Micros.of(now));
      update.setBytes(2, key.bytes());
      update.setBytes(3, hash);
      update.executeUpdate();
    }
  }
}
