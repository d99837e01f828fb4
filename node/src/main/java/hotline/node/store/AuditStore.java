package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who read or revealed what, for good (SEC-03). */
@Singleton
public final class AuditStore {

  private static final String SELECT =
      "SELECT id, at, username, action, subject, detail FROM audit";

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

  /** The newest first. */
  public List<AuditEntry> search(Tx tx, AuditFilter filter, int offset, int limit) {
    Where where = where(filter);
    return Sql.list(
        tx,
        SELECT + where.text() + " ORDER BY id DESC LIMIT ? OFFSET ?",
        AuditStore::read,
        where.parameters(limit, offset));
  }

  /** Likewise, those before {@code last} only, which is the last one seen. */
  public List<AuditEntry> before(Tx tx, AuditFilter filter, @Nullable AuditEntry last, int limit) {
    Where where = where(filter).andIf(last == null ? null : last.id(), "id < ?");
    return Sql.list(
        tx,
        SELECT + where.text() + " ORDER BY id DESC LIMIT ?",
        AuditStore::read,
        where.parameters(limit));
  }

  private static AuditEntry read(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong(1),
        row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6));
  }

  /** How many there are, counted up to {@code most}. */
  public long count(Tx tx, AuditFilter filter, int most) {
    Where where = where(filter);
    return Sql.countUpTo(tx, most, "FROM audit" + where.text(), where.parameters());
  }

  private static Where where(AuditFilter filter) {
    return new Where()
        .andIf(filter.username(), "username = ?")
        .andIf(filter.action(), "action = ?")
        .andIf(filter.subject(), "subject = ?")
        .andIf(utc(filter.from()), "at >= ?")
        .andIf(utc(filter.to()), "at < ?");
  }

  private static @Nullable LocalDateTime utc(@Nullable Instant at) {
    return at == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  /** One entry. */
  public record AuditEntry(
      long id, Instant at, String username, String action, String subject, String detail) {}

  /** Which entries; null does not narrow. */
  public record AuditFilter(
      @Nullable String username,
      @Nullable String action,
      @Nullable String subject,
      @Nullable Instant from,
      @Nullable Instant to) {}
}
