package hotline.node.store;

import hotline.node.classification.Domain;
import hotline.node.reference.HandlingUnit;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was changed about this node's handling units; no row is ever changed. */
@Singleton
public final class UnitStore {

  private static final String COLUMNS =
      "SELECT code, version, name, functions, parent, supervisor, domains, closed, reason,"
          + " changed_at, changed_by FROM unit_change c ";

  /**
   * A unit as it is since a change.
   *
   * @param version 1, 2, 3 … for each unit
   */
  public record UnitChange(
      HandlingUnit unit,
      int version,
      boolean closed,
      String reason,
      Instant changedAt,
      String changedBy) {}

  /** How many changes there are; grows with each. */
  public long count(Tx tx) {
    return Sql.number(tx, "SELECT COUNT(*) FROM unit_change");
  }

  /** The newest change of each unit, in the order in which they were first changed. */
  public List<UnitChange> newest(Tx tx) {
    return Sql.list(
        tx,
        COLUMNS
            + "JOIN (SELECT code AS newest, MAX(version) AS top, MIN(id) AS first_id"
            + " FROM unit_change GROUP BY code) n ON c.code = n.newest AND c.version = n.top"
            + " ORDER BY n.first_id",
        UnitStore::read);
  }

  /** All changes of a unit, the newest first. */
  public List<UnitChange> history(Tx tx, String code) {
    return Sql.list(tx, COLUMNS + "WHERE code = ? ORDER BY version DESC", UnitStore::read, code);
  }

  /**
   * Adds a change.
   *
   * @return false when somebody else has just made one of this version
   */
  public boolean insert(Tx tx, UnitChange change) {
    HandlingUnit unit = change.unit();
    try {
      Sql.update(
          tx,
          "INSERT INTO unit_change (code, version, name, functions, parent, supervisor, domains,"
              + " closed, reason, changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          unit.code(),
          change.version(),
          unit.name(),
          String.join(",", unit.functions()),
          unit.parent().orElse(null),
          unit.supervisor().orElse(null),
          unit.domains().stream().map(Enum::name).sorted().collect(Collectors.joining(",")),
          change.closed(),
          change.reason(),
          Sql.micros(change.changedAt()),
          change.changedBy());
      return true;
    } catch (DatabaseException e) {
      if (e.getCause() instanceof SQLIntegrityConstraintViolationException) {
        return false;
      }
      throw e;
    }
  }

  /** How many assignments each unit of the node has in hand. */
  public Map<String, Long> inHand(Tx tx, NodeCode node) {
    Map<String, Long> counts = new LinkedHashMap<>();
    Sql.list(
            tx,
            "SELECT unit, COUNT(*) FROM assignment WHERE node = ? AND state IN"
                + " ('AWAITING_SIGN_FOR', 'IN_HANDLING', 'RETURN_REQUESTED', 'REPLIED')"
                + " AND unit <> '' GROUP BY unit",
            row -> Map.entry(row.getString(1), row.getLong(2)),
            node.value())
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  /** How many accounts that can sign in each unit has. */
  public Map<String, Long> accounts(Tx tx) {
    Map<String, Long> counts = new LinkedHashMap<>();
    Sql.list(
            tx,
            "SELECT unit, COUNT(*) FROM app_user WHERE unit IS NOT NULL AND NOT disabled"
                + " GROUP BY unit",
            row -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  private static UnitChange read(ResultSet row) throws SQLException {
    return new UnitChange(
        new HandlingUnit(
            row.getString("code"),
            row.getString("name"),
            split(row.getString("functions")),
            Optional.ofNullable(row.getString("parent")),
            Optional.ofNullable(row.getString("supervisor")),
            split(row.getString("domains")).stream()
                .map(Domain::valueOf)
                .collect(Collectors.toSet())),
        row.getInt("version"),
        row.getBoolean("closed"),
        row.getString("reason"),
        Sql.instant(row.getLong("changed_at")),
        row.getString("changed_by"));
  }

  private static List<String> split(@Nullable String list) {
    return list == null || list.isEmpty() ? List.of() : Arrays.asList(list.split(","));
  }
}
