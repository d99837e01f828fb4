package hotline.node.store;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The versions of this node's catalogue of matters; none is ever changed (CLS-07). */
@Singleton
public final class CatalogueStore {

  /**
   * A version.
   *
   * @param content as it was imported
   * @param origin the node above that handed it down; empty for one of this node's own
   */
  public record CatalogueRow(
      int number,
      String source,
      LocalDate effectiveFrom,
      String content,
      String origin,
      Instant activatedAt,
      String activatedBy,
      String reason) {}

  /** Those after a number, in their order. */
  public List<CatalogueRow> after(Tx tx, int number) {
    return Sql.list(
        tx,
        "SELECT number, source, effective_from, content, origin, activated_at, activated_by, reason"
            + " FROM catalogue_version WHERE number > ? ORDER BY number",
        row ->
            new CatalogueRow(
                row.getInt("number"),
                row.getString("source"),
                LocalDate.parse(row.getString("effective_from")),
                row.getString("content"),
                row.getString("origin"),
                Sql.instant(row.getLong("activated_at")),
                row.getString("activated_by"),
                row.getString("reason")),
        number);
  }

  /**
   * Adds a version.
   *
   * @return false when somebody else has just taken the number
   */
  public boolean insert(Tx tx, CatalogueRow row) {
    try {
      Sql.update(
          tx,
          "INSERT INTO catalogue_version (number, source, effective_from, content, origin,"
              + " activated_at, activated_by, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          row.number(),
          row.source(),
          row.effectiveFrom().toString(),
          row.content(),
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

  /** How many of the node's tickets that are not answered yet there are about each matter. */
  public Map<String, Long> openByMatter(Tx tx, NodeCode owner) {
    Map<String, Long> open = new LinkedHashMap<>();
    Sql.list(
            tx,
            "SELECT i.matter, COUNT(*) FROM intake i JOIN ticket t ON t.ticket_id = i.ticket_id"
                + " WHERE t.owner = ? AND t.state IN ('REGISTERED', 'ACCEPTED', 'IN_HANDLING',"
                + " 'IN_REVIEW') AND i.matter IS NOT NULL GROUP BY i.matter ORDER BY i.matter",
            row -> Map.entry(row.getString(1), row.getLong(2)),
            owner.value())
        .forEach(entry -> open.put(entry.getKey(), entry.getValue()));
    return open;
  }
}
