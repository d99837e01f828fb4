package hotline.node.store;

import hotline.node.classification.ClientKind;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Other systems that may call. */
@Singleton
public final class ApiClientStore {

  private static final String SELECT =
      "SELECT client_id, kind, scope, name, secret_hash, created_by, created_at, revoked_by,"
          + " revoked_at FROM api_client";

  /**
   * A client.
   *
   * @param scope what it may speak for, separated by commas
   * @param secretHash SHA-256 of its secret
   */
  public record Client(
      String id,
      ClientKind kind,
      String scope,
      String name,
      @SuppressWarnings("ArrayRecordComponent") byte[] secretHash,
      String createdBy,
      Instant createdAt,
      @Nullable String revokedBy,
      @Nullable Instant revokedAt) {}

  public void insert(Tx tx, Client client) {
    Sql.update(
        tx,
        "INSERT INTO api_client (client_id, kind, scope, name, secret_hash, created_by,"
            + " created_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        client.id(),
        client.kind().name(),
        client.scope(),
        client.name(),
        client.secretHash(),
        client.createdBy(),
        Sql.micros(client.createdAt()));
  }

  public Optional<Client> find(Tx tx, String id) {
    return Sql.first(tx, SELECT + " WHERE client_id = ?", ApiClientStore::read, id);
  }

  public List<Client> all(Tx tx) {
    return Sql.list(tx, SELECT + " ORDER BY id", ApiClientStore::read);
  }

  /** False when it is not there or was revoked before. */
  public boolean revoke(Tx tx, String id, String by, Instant at) {
    return Sql.update(
            tx,
            "UPDATE api_client SET revoked_by = ?, revoked_at = ? WHERE client_id = ?"
                + " AND revoked_at IS NULL",
            by,
            Sql.micros(at),
            id)
        == 1;
  }

  private static Client read(ResultSet row) throws SQLException {
    long revokedAt = row.getLong("revoked_at");
    boolean revoked = !row.wasNull();
    return new Client(
        row.getString("client_id"),
        ClientKind.valueOf(row.getString("kind")),
        row.getString("scope"),
        row.getString("name"),
        row.getBytes("secret_hash"),
        row.getString("created_by"),
        Sql.instant(row.getLong("created_at")),
        row.getString("revoked_by"),
        revoked ? Sql.instant(revokedAt) : null);
  }
}
