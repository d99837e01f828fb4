package hotline.sync.trust;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.jdbc.Micros;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The table {@code node_certificate}. */
final class CertificateTable {

  private static final int KEY_ID_LENGTH = 64;

  Optional<List<byte[]>> find(Tx tx, String keyId) throws SQLException {
    if (keyId.length() != KEY_ID_LENGTH) {
      return Optional.empty();
    }
    try (PreparedStatement select =
        tx.connection().prepareStatement("SELECT chain FROM node_certificate WHERE key_id = ?")) {
      select.setBytes(1, HexFormat.of().parseHex(keyId));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(split(row.getBytes(1))) : Optional.empty();
      }
    }
  }

  void insert(Tx tx, String keyId, NodeCode origin, List<byte[]> chain, Instant now)
      throws SQLException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    chain.forEach(joined::writeBytes);
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT INTO node_certificate (key_id, origin, chain, learned_at) VALUES (?, ?, ?,"
                    + " ?) ON DUPLICATE KEY UPDATE chain = VALUES(chain)")) {
      insert.setBytes(1, HexFormat.of().parseHex(keyId));
      insert.setString(2, origin.value());
      insert.setBytes(3, joined.toByteArray());
      insert.setLong(4, Micros.of(now));
      insert.executeUpdate();
    }
  }

  private static List<byte[]> split(byte[] joined) {
    List<byte[]> chain = new ArrayList<>();
    try {
      for (Certificate certificate :
          Certificates.factory().generateCertificates(new ByteArrayInputStream(joined))) {
        chain.add(Certificates.encode((X509Certificate) certificate));
      }
    } catch (CertificateException e) {
      throw new IllegalStateException("node_certificate holds certificates written here", e);
    }
    return chain;
  }
}
