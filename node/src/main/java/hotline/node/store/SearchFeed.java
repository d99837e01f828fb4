package hotline.node.store;

import hotline.node.ticket.Ticket;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets have changed, for search indexes to follow with a cursor. A change is noted in the
 * transaction that makes it and gets its position later, once it is visible: positions are dense
 * and given by one transaction at a time, so that a change that commits late is never skipped.
 */
@Singleton
public final class SearchFeed {

  private static final int NUMBERED_AT_ONCE = 2000;

  /**
   * How far the feed has come.
   *
   * @param position the last position given
   * @param pruned changes up to this one are gone
   * @param rebuild how often it has been asked for that indexes are built anew
   * @param waiting whether there are changes without a position
   */
  public record Head(long position, long pruned, long rebuild, boolean waiting) {}

  /** A ticket that has changed; how often and how, the ticket itself tells. */
  public record Change(long position, String ticketId) {}

  /** A ticket with the number of its row, in whose order all of them can be read. */
  public record Scanned(long row, Ticket ticket) {}

  /** Notes that something of these tickets, or of their assignments, has changed. */
  public void changed(Tx tx, Collection<String> ticketIds) {
    Sql.insertRows(
        tx,
        "INSERT INTO search_queue (ticket_id) VALUES ",
        "",
        ticketIds.stream().map(id -> new @Nullable Object[] {id}).toList());
  }

  public Head head(Tx tx) {
    return Sql.first(
            tx,
            "SELECT position, pruned, rebuild, EXISTS (SELECT 1 FROM search_queue)"
                + " FROM search_head WHERE id = 1",
            row -> new Head(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4) != 0))
        .orElseThrow();
  }

  /**
   * Gives positions to changes that have become visible.
   *
   * @return whether there may be more of them
   */
  public boolean number(Tx tx, Instant now) {
    long position = Sql.number(tx, "SELECT position FROM search_head WHERE id = 1 FOR UPDATE");
    List<@Nullable Object[]> rows = new ArrayList<>();
    List<Long> numbered = new ArrayList<>();
    for (Change waiting :
        Sql.list(
            tx,
            "SELECT id, ticket_id FROM search_queue ORDER BY id LIMIT ?",
            row -> new Change(row.getLong(1), row.getString(2)),
            NUMBERED_AT_ONCE)) {
      numbered.add(waiting.position());
      rows.add(new @Nullable Object[] {++position, waiting.ticketId(), Sql.micros(now)});
    }
    if (rows.isEmpty()) {
      return false;
    }
    Sql.insertRows(
        tx, "INSERT INTO search_change (position, ticket_id, numbered_at) VALUES ", "", rows);
    Sql.update(
        tx,
        "DELETE FROM search_queue WHERE id IN (" + "?,".repeat(numbered.size() - 1) + "?)",
        numbered.toArray());
    Sql.update(tx, "UPDATE search_head SET position = ? WHERE id = 1", position);
    return rows.size() == NUMBERED_AT_ONCE;
  }

  /** The changes after a position, in order. */
  public List<Change> after(Tx tx, long position, int limit) {
    return Sql.list(
        tx,
        "SELECT position, ticket_id FROM search_change WHERE position > ?"
            + " ORDER BY position LIMIT ?",
        row -> new Change(row.getLong(1), row.getString(2)),
        position,
        limit);
  }

  /** All tickets there are, in the order of their rows. */
  public List<Scanned> scan(Tx tx, long afterRow, int limit) {
    return Sql.list(
        tx,
        "SELECT id, image, personal FROM ticket WHERE id > ? ORDER BY id LIMIT ?",
        row -> new Scanned(row.getLong("id"), TicketStore.read(row)),
        afterRow,
        limit);
  }

  /** The number of the last row, which says how far a scan has to go. */
  public long lastRow(Tx tx) {
    return Sql.number(tx, "SELECT MAX(id) FROM ticket");
  }

  /** Has every process of this node build its index anew. */
  public void requestRebuild(Tx tx) {
    Sql.update(tx, "UPDATE search_head SET rebuild = rebuild + 1 WHERE id = 1");
  }

  /** Forgets changes that got their positions before a moment. */
  public void prune(Tx tx, Instant before) {
    long last =
        Sql.number(
            tx,
            "SELECT MAX(position) FROM search_change WHERE numbered_at < ?",
            Sql.micros(before));
    if (last > 0) {
      Sql.update(tx, "UPDATE search_head SET pruned = ? WHERE id = 1 AND pruned < ?", last, last);
      Sql.update(tx, "DELETE FROM search_change WHERE position <= ?", last);
    }
  }
}
