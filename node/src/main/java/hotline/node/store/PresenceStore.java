package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Who has which ticket open, as far as heartbeats tell. */
@Singleton
public final class PresenceStore {

  /**
   * Somebody who has a ticket open.
   *
   * @param unit the handling unit that he works for, empty for people of the platform
   * @param editing whether he is filling in a form about it
   */
  public record Present(
      String ticket,
      String region,
      String category,
      String username,
      String displayName,
      String unit,
      boolean editing,
      Instant since) {}

  /** Says once more that the user has it open; {@code since} of the first time stays. */
  public void beat(
      Tx tx, String ticket, String username, boolean editing, Instant now, Instant fresh) {
    Sql.update(
        tx,
        "INSERT INTO ticket_presence (ticket_id, username, editing, since, seen_at)"
            + " VALUES (?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE editing = VALUES(editing),"
            + " since = IF(seen_at < ?, VALUES(since), since), seen_at = VALUES(seen_at)",
        ticket,
        username,
        editing,
        Sql.micros(now),
        Sql.micros(now),
        Sql.micros(fresh));
  }

  public void leave(Tx tx, String ticket, String username) {
    Sql.update(
        tx, "DELETE FROM ticket_presence WHERE ticket_id = ? AND username = ?", ticket, username);
  }

  /** All who have been seen since, in the order in which they came. */
  public List<Present> present(Tx tx, Instant seenSince) {
    return list(tx, new Where().and("p.seen_at >= ?", Sql.micros(seenSince)));
  }

  /** Those at some tickets. */
  public List<Present> at(Tx tx, List<String> tickets, Instant seenSince) {
    return tickets.isEmpty()
        ? List.of()
        : list(
            tx,
            new Where()
                .and("p.ticket_id IN (" + "?,".repeat(tickets.size() - 1) + "?)", tickets.toArray())
                .and("p.seen_at >= ?", Sql.micros(seenSince)));
  }

  /** Forgets whom nothing has been heard of since. */
  public void forget(Tx tx, Instant before) {
    Sql.update(tx, "DELETE FROM ticket_presence WHERE seen_at < ?", Sql.micros(before));
  }

  private static List<Present> list(Tx tx, Where where) {
    return Sql.list(
        tx,
        "SELECT p.ticket_id, k.region, k.category, p.username, u.display_name,"
            + " COALESCE(u.unit, '') AS unit, p.editing, p.since FROM ticket_presence p"
            + " JOIN ticket k ON k.ticket_id = p.ticket_id"
            + " JOIN app_user u ON u.username = p.username"
            + where.text()
            + " ORDER BY p.since, p.id LIMIT 2000",
        row ->
            new Present(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getBoolean(7),
                Sql.instant(row.getLong(8))),
        where.parameters());
  }
}
