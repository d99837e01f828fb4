package hotline.node.store;

import hotline.node.broadcast.BroadcastDocument;
import hotline.node.broadcast.BroadcastHead;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reference documents, every version of them. */
@Singleton
public final class BroadcastStore {

  private static final String COLUMNS =
      "SELECT publisher, kind, doc_key, version, content, published_at, withdrawn"
          + " FROM broadcast_document ";

  private static final String HEADS =
      "SELECT publisher, kind, doc_key, version, published_at, withdrawn FROM broadcast_document ";

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

  /** The newest version of every document, without the contents, which are most of it. */
  public List<BroadcastHead> heads(Tx tx) {
    return Sql.list(
        tx,
        HEADS + "WHERE " + NEWEST + " ORDER BY publisher, kind, doc_key",
        BroadcastStore::readHead);
  }

  /**
   * A page of the newest versions, those of the first publisher first, of one by kind and key.
   *
   * @param publishers whose documents count, in that order; not empty
   * @param kind null for all
   */
  public List<BroadcastHead> page(
      Tx tx, List<NodeCode> publishers, @Nullable String kind, int offset, int limit) {
    List<@Nullable Object> parameters = parameters(publishers, kind);
    publishers.forEach(publisher -> parameters.add(publisher.value()));
    parameters.add(limit);
    parameters.add(offset);
    return Sql.list(
        tx,
        HEADS
            + where(publishers, kind)
            + " ORDER BY FIELD(publisher, "
            + places(publishers)
            + "), kind, doc_key LIMIT ? OFFSET ?",
        BroadcastStore::readHead,
        parameters.toArray());
  }

  /** How many there are on all pages. */
  public long count(Tx tx, List<NodeCode> publishers, @Nullable String kind) {
    return Sql.number(
        tx,
        "SELECT COUNT(DISTINCT publisher, kind, doc_key) FROM broadcast_document "
            + "WHERE publisher IN ("
            + places(publishers)
            + ")"
            + (kind == null ? "" : " AND kind = ?"),
        parameters(publishers, kind).toArray());
  }

  /** The kinds of documents that there are, in their order. */
  public List<String> kinds(Tx tx) {
    return Sql.list(
        tx, "SELECT DISTINCT kind FROM broadcast_document ORDER BY kind", row -> row.getString(1));
  }

  /** One version of a document. */
  public Optional<BroadcastDocument> version(Tx tx, BroadcastHead head) {
    return Sql.first(
        tx,
        COLUMNS + "WHERE publisher = ? AND kind = ? AND doc_key = ? AND version = ?",
        BroadcastStore::read,
        head.publisher().value(),
        head.kind(),
        head.key(),
        head.version());
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

  private static String where(List<NodeCode> publishers, @Nullable String kind) {
    return "WHERE publisher IN ("
        + places(publishers)
        + ")"
        + (kind == null ? "" : " AND kind = ?")
        + " AND "
        + NEWEST;
  }

  private static String places(List<NodeCode> publishers) {
    return String.join(", ", Collections.nCopies(publishers.size(), "?"));
  }

  private static List<@Nullable Object> parameters(
      List<NodeCode> publishers, @Nullable String kind) {
    List<@Nullable Object> parameters = new ArrayList<>();
    publishers.forEach(publisher -> parameters.add(publisher.value()));
    if (kind != null) {
      parameters.add(kind);
    }
    return parameters;
  }

  private static BroadcastHead readHead(ResultSet row) throws SQLException {
    return new BroadcastHead(
        NodeCode.of(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        Sql.instant(row.getLong(5)),
        row.getBoolean(6));
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
