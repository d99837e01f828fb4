package hotline.node.store;

import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of this node's policy; none is ever changed. */
@Singleton
public final class PolicyStore {

  /**
   * A version.
   *
   * @param own as it was written
   * @param resolved with all that it leaves open filled in
   * @param origin the bundled policy that it came from at the node's start; empty otherwise
   */
  public record PolicyRow(
      int number,
      String name,
      String source,
      LocalDate effectiveFrom,
      @Nullable LocalDate repealedOn,
      String own,
      String resolved,
      String origin,
      Instant activatedAt,
      String activatedBy,
      String reason) {}

  /** Those after a number, in their order. */
  public List<PolicyRow> after(Tx tx, int number) {
    return Sql.list(
        tx,
        "SELECT number, name, source, effective_from, repealed_on, own, resolved, origin,"
            + " activated_at, activated_by, reason FROM policy_version WHERE number > ?"
            + " ORDER BY number",
        row -> {
          String repealed = row.getString("repealed_on");
          return new PolicyRow(
              row.getInt("number"),
              row.getString("name"),
              row.getString("source"),
              LocalDate.parse(row.getString("effective_from")),
              repealed == null ? null : LocalDate.parse(repealed),
              row.getString("own"),
              row.getString("resolved"),
              row.getString("origin"),
              Sql.instant(row.getLong("activated_at")),
              row.getString("activated_by"),
              row.getString("reason"));
        },
        number);
  }

  /**
   * Adds a version.
   *
   * @return false when somebody else has just taken the number
   */
  public boolean insert(Tx tx, PolicyRow row) {
    try {
      Sql.update(
          tx,
          "INSERT INTO policy_version (number, name, source, effective_from, repealed_on, own,"
              + " resolved, origin, activated_at, activated_by, reason)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          row.number(),
          row.name(),
          row.source(),
          row.effectiveFrom().toString(),
          row.repealedOn() == null ? null : row.repealedOn().toString(),
          row.own(),
          row.resolved(),
          row.origin(),
          Sql.micros(row.activatedAt()),
          row.activatedBy(),
          row.reason());
      return true;
    } catch (DatabaseException e) {
      if (e.getCause() instanceof SQLIntegrityConstraintViolationException) {
        return false;
      }
      throw e;
    }
  }
}
