package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Which bytes this node stores, by the hexadecimal form of their hash. */
@Singleton
public final class BlobTable {

  /** Notes that bytes are about to be stored and used: for a while nobody removes them. */
  public void touch(Tx tx, String hash, Instant now) {
    Sql.update(
        tx,
        "INSERT INTO attachment_blob (hash, touched_at) VALUES (?, ?)"
            + " ON DUPLICATE KEY UPDATE touched_at = VALUES(touched_at)",
        hash,
        Sql.micros(now));
  }

  /** Bytes that nothing refers to, although they have been here for long. */
  public List<String> orphans(Tx tx, Instant touchedBefore, int limit) {
    return Sql.list(
        tx,
        "SELECT b.hash FROM attachment_blob b WHERE b.touched_at < ?"
            + " AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.subject = b.hash)"
            + " ORDER BY b.touched_at LIMIT ?",
        row -> row.getString(1),
        Sql.micros(touchedBefore),
        limit);
  }

  /**
   * Takes bytes off the list, unless somebody has touched them or refers to them meanwhile. Until
   * the transaction ends nobody can touch them.
   */
  public boolean forget(Tx tx, String hash, Instant touchedBefore) {
    boolean locked =
        Sql.first(
                tx,
                "SELECT id FROM attachment_blob WHERE hash = ? AND touched_at < ? FOR UPDATE",
                row -> row.getLong(1),
                hash,
                Sql.micros(touchedBefore))
            .isPresent();
    return locked
        && Sql.number(tx, "SELECT COUNT(*) FROM attachment WHERE subject = ?", hash) == 0
        && Sql.update(tx, "DELETE FROM attachment_blob WHERE hash = ?", hash) == 1;
  }
}
