package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people have sent from the console, by the keys that their browsers gave it. */
@Singleton
public final class SubmissionStore {

  private static final String SELECT =
      "SELECT hash, made, sent_at FROM submission WHERE username = ? AND submission_key = ?";

  /**
   * Something sent.
   *
   * @param hash tells whether a repeat says the same
   * @param made what came of it; null while that is not known
   */
  public record Submission(
      @SuppressWarnings("ArrayRecordComponent") byte[] hash,
      @Nullable String made,
      Instant sentAt) {}

  public Optional<Submission> find(Tx tx, String username, String key) {
    return Sql.first(tx, SELECT, SubmissionStore::read, username, key);
  }

  /**
   * The submission, its row locked until the transaction ends; made when it is new. Of two that
   * come at the same moment the second waits for what comes of the first.
   */
  public Submission lock(Tx tx, String username, String key, byte[] hash, Instant now) {
    Sql.update(
        tx,
        "INSERT IGNORE INTO submission (username, submission_key, hash, sent_at)"
            + " VALUES (?, ?, ?, ?)",
        username,
        key,
        hash,
        Sql.micros(now));
    return Sql.first(tx, SELECT + " FOR UPDATE", SubmissionStore::read, username, key)
        .orElseThrow();
  }

  public void complete(Tx tx, String username, String key, String made) {
    Sql.update(
        tx,
        "UPDATE submission SET made = ? WHERE username = ? AND submission_key = ?",
        made,
        username,
        key);
  }

  public void prune(Tx tx, Instant before) {
    Sql.update(tx, "DELETE FROM submission WHERE sent_at < ?", Sql.micros(before));
  }

  private static Submission read(ResultSet row) throws SQLException {
    return new Submission(
        row.getBytes("hash"), row.getString("made"), Sql.instant(row.getLong("sent_at")));
  }
}
