package hotline.node.store;

import hotline.node.broadcast.BroadcastDocument;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reference documents, every version of them. */
@Singleton
public final class BroadcastStore {

  private static final String COLUMNS =
      "SELECT publisher, kind, doc_key, version, content, published_at, withdrawn"
          + " FROM broadcast_document ";

  private static final String NEWEST =
      "version = (SELECT MAX(n.version) FROM broadcast_document n"
          + " WHERE n.publisher = broadcast_document.publisher"
          + " AND n.kind = broadcast_document.kind AND n.doc_key = broadcast_document.doc_key)";

  /** Keeps a version; false when it is there already. */
  public boolean add(Tx tx, BroadcastDocument document) {
    return Sql.update(
            tx,
            "INSERT IGNORE INTO broadcast_document"
                + " (publisher, kind, doc_key, version, published_at, withdrawn, content)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
            document.publisher().value(),
            document.kind(),
            document.key(),
            document.version(),
            Sql.micros(document.publishedAt()),
            document.withdrawn(),
            document.content())
        == 1;
  }

  public Optional<BroadcastDocument> newest(Tx tx, NodeCode publisher, String kind, String key) {
    return newest(tx, publisher, kind, key, "");
  }

  /** The newest version, locked until the transaction ends. */
  public Optional<BroadcastDocument> lockNewest(
      Tx tx, NodeCode publisher, String kind, String key) {
    return newest(tx, publisher, kind, key, " FOR UPDATE");
  }

  /** The newest version of every document of a kind. */
  public List<BroadcastDocument> newestOfKind(Tx tx, String kind) {
    return Sql.list(
        tx,
        COLUMNS + "WHERE kind = ? AND " + NEWEST + " ORDER BY publisher, doc_key",
        BroadcastStore::read,
        kind);
  }

  /** The newest version of every document. */
  public List<BroadcastDocument> newestOfAll(Tx tx) {
    return Sql.list(
        tx,
        COLUMNS + "WHERE " + NEWEST + " ORDER BY publisher, kind, doc_key",
        BroadcastStore::read);
  }

  /** How many versions there are; grows whenever one comes. */
  public long count(Tx tx) {
    return Sql.number(tx, "SELECT COUNT(*) FROM broadcast_document");
  }

  private static Optional<BroadcastDocument> newest(
      Tx tx, NodeCode publisher, String kind, String key, String lock) {
    return Sql.first(
        tx,
        COLUMNS
            + "WHERE publisher = ? AND kind = ? AND doc_key = ? ORDER BY version DESC LIMIT 1"
            + lock,
        BroadcastStore::read,
        publisher.value(),
        kind,
        key);
  }

  private static BroadcastDocument read(ResultSet row) throws SQLException {
    return new BroadcastDocument(
        NodeCode.of(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        row.getString(5),
        Sql.instant(row.getLong(6)),
        row.getBoolean(7));
  }
}
