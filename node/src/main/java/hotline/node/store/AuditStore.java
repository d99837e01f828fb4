package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Who read or revealed what, for good (SEC-03). */
@Singleton
public final class AuditStore {

  private static final int DETAIL_LENGTH = 500;

  /**
   * Writes an entry.
   *
   * @param subject id of what was read, or the kind of list
   * @param detail the reason given, or the list's filters; never personal data
   */
  public void append(
      Tx tx, Instant at, String username, String action, String subject, String detail) {
    Sql.update(
        tx,
        "INSERT INTO audit (at, username, action, subject, detail) VALUES (?, ?, ?, ?, ?)",
        LocalDateTime.ofInstant(at, ZoneOffset.UTC),
        username,
        action,
        subject,
        detail.length() > DETAIL_LENGTH ? detail.substring(0, DETAIL_LENGTH) : detail);
  }
}
