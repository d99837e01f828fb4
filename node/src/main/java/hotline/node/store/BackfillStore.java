package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;

/** How far derived rows have been written for tickets that were there before a new version. */
@Singleton
public final class BackfillStore {

  /**
   * Where it has come to.
   *
   * @param scanned the number of the last ticket row that has been looked at
   */
  public record Progress(long scanned, boolean finished) {}

  /** Nothing is written. */
  public Progress progress(Tx tx, int version) {
    return Sql.first(
            tx,
            "SELECT scanned, finished FROM backfill WHERE version = ?",
            row -> new Progress(row.getLong(1), row.getBoolean(2)),
            version)
        .orElse(new Progress(0, false));
  }

  /** Never goes back, however many processes report. */
  public void advance(Tx tx, int version, long scanned) {
    Sql.update(
        tx,
        "INSERT INTO backfill (version, scanned, finished) VALUES (?, ?, FALSE)"
            + " ON DUPLICATE KEY UPDATE scanned = GREATEST(scanned, VALUES(scanned))",
        version,
        scanned);
  }

  public void finish(Tx tx, int version) {
    Sql.update(
        tx,
        "INSERT INTO backfill (version, scanned, finished) VALUES (?, 0, TRUE)"
            + " ON DUPLICATE KEY UPDATE finished = TRUE",
        version);
  }
}
