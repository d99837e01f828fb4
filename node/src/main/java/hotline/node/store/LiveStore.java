package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has happened since a point: the ids of the timeline and of the exchange's reports, which all
 * processes of a node share. Ids are given out at insertion, so a row that commits late stands
 * before rows that were seen already.
 */
@Singleton
public final class LiveStore {

  /** Something happened to a ticket; {@code region} is empty when it has none. */
  public record Touched(long id, String ticket, long version, String region, String category) {}

  /** Something was reported about a call. */
  public record Reported(long id, String call) {}

  public long newestTouch(Tx tx) {
    return Sql.number(tx, "SELECT MAX(id) FROM timeline");
  }

  /** In the order of ids, with the ticket as it is now. */
  public List<Touched> touched(Tx tx, long after, int limit) {
    return Sql.list(
        tx,
        "SELECT t.id, t.ticket_id, k.version, k.region, k.category FROM timeline t"
            + " JOIN ticket k ON k.ticket_id = t.ticket_id WHERE t.id > ? ORDER BY t.id LIMIT ?",
        row ->
            new Touched(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5)),
        after,
        limit);
  }

  public long newestReport(Tx tx) {
    return Sql.number(tx, "SELECT MAX(id) FROM call_event");
  }

  /** In the order of ids. */
  public List<Reported> reported(Tx tx, long after, int limit) {
    return Sql.list(
        tx,
        "SELECT id, call_id FROM call_event WHERE id > ? ORDER BY id LIMIT ?",
        row -> new Reported(row.getLong(1), row.getString(2)),
        after,
        limit);
  }

  /** Which units of the node have a part in which of the tickets. */
  public Map<String, Set<String>> units(Tx tx, String node, Collection<String> tickets) {
    Map<String, Set<String>> units = new HashMap<>();
    if (tickets.isEmpty()) {
      return units;
    }
    Where where =
        new Where()
            .and("ticket_id IN (" + "?,".repeat(tickets.size() - 1) + "?)", tickets.toArray())
            .and("node = ?", node);
    Sql.list(
            tx,
            "SELECT DISTINCT ticket_id, unit FROM assignment" + where.text(),
            row -> Map.entry(row.getString(1), row.getString(2)),
            where.parameters())
        .forEach(
            part ->
                units.computeIfAbsent(part.getKey(), key -> new HashSet<>()).add(part.getValue()));
    return units;
  }
}
