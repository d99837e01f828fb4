package hotline.sync.trust;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.jdbc.Micros;
import java.security.cert.X509Certificate;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables {@code tree_child} and {@code tree_descendant}. */
final class TreeTables {

  TreeSnapshot read(Tx tx, Instant now) throws SQLException {
    SortedMap<NodeCode, TreeSnapshot.Entry> children = new TreeMap<>();
    try (PreparedStatement select =
            tx.connection()
                .prepareStatement(
                    "SELECT code, name, address, enrolled_at, revoked_at, key_hash FROM"
                        + " tree_child");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        NodeCode code = NodeCode.of(rows.getString(1));
        rows.getLong(5);
        boolean revoked = !rows.wasNull();
        children.put(
            code,
            new TreeSnapshot.Entry(
                new Child(
                    code,
                    rows.getString(2),
                    rows.getString(3),
                    Micros.toInstant(rows.getLong(4)),
                    revoked),
                KeyHash.of(rows.getBytes(6))));
      }
    }
    Map<NodeCode, NodeCode> descendants = new HashMap<>();
    try (PreparedStatement select =
            tx.connection().prepareStatement("SELECT code, child FROM tree_descendant");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        descendants.put(NodeCode.of(rows.getString(1)), NodeCode.of(rows.getString(2)));
      }
    }
    return TreeSnapshot.of(children, descendants, now);
  }

  /** Adds a child, or replaces what was known of it: a new key ends the old one's admission. */
  void putChild(
      Tx tx, NodeCode code, String name, String address, X509Certificate certificate, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT INTO tree_child (code, name, address, certificate, key_hash, enrolled_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE name = VALUES(name),"
                    + " address = VALUES(address), certificate = VALUES(certificate), key_hash ="
                    + " VALUES(key_hash), enrolled_at = VALUES(enrolled_at), revoked_at = NULL")) {
      insert.setString(1, code.value());
      insert.setString(2, name);
      insert.setString(3, address);
      insert.setBytes(4, Certificates.encode(certificate));
      insert.setBytes(5, KeyHash.of(certificate.getPublicKey()).bytes());
      insert.setLong(6, Micros.of(now));
      insert.executeUpdate();
    }
  }

  /** The certificate with which a child was enrolled. */
  Optional<byte[]> certificate(Tx tx, NodeCode child) throws SQLException {
    try (PreparedStatement select =
        tx.connection().prepareStatement("SELECT certificate FROM tree_child WHERE code = ?")) {
      select.setString(1, child.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  void setAddress(Tx tx, NodeCode child, String address) throws SQLException {
    try (PreparedStatement update =
        tx.connection().prepareStatement("UPDATE tree_child SET address = ? WHERE code = ?")) {
      update.setString(1, address);
      update.setString(2, child.value());
      update.executeUpdate();
    }
  }

  void revoke(Tx tx, NodeCode child, Instant now) throws SQLException {
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement(
                "UPDATE tree_child SET revoked_at = ? WHERE code = ? AND revoked_at IS NULL")) {
      update.setLong(1, Micros.of(now));
      update.setString(2, child.value());
      update.executeUpdate();
    }
  }

  void addDescendant(Tx tx, NodeCode node, NodeCode child, Instant now) throws SQLException {
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT INTO tree_descendant (code, child, learned_at) VALUES (?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE code = code")) {
      insert.setString(1, node.value());
      insert.setString(2, child.value());
      insert.setLong(3, Micros.of(now));
      insert.executeUpdate();
    }
  }
}
