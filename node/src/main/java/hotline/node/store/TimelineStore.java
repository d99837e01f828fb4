package hotline.node.store;

import hotline.node.ticket.TicketId;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to tickets, here and wherever records come from. */
@Singleton
public final class TimelineStore {

  private static final String INSERT =
      "INSERT INTO timeline (ticket_id, at, node, position, step, type, title, actor, text) VALUES ";

  private static final String SELECT =
      "SELECT ticket_id, at, node, position, step, type, title, actor, text FROM timeline";

  private static final String UNLESS_THERE = " ON DUPLICATE KEY UPDATE id = id";

  /** An entry that is there already (a record applied again) stays as it is. */
  public void append(Tx tx, List<TimelineEntry> entries) {
    Sql.insertRows(tx, INSERT, UNLESS_THERE, entries.stream().map(TimelineStore::values).toList());
  }

  /** In the order of time. */
  public List<TimelineEntry> of(Tx tx, TicketId ticket) {
    return Sql.list(
        tx,
        SELECT + " WHERE ticket_id = ? ORDER BY at, id",
        TimelineStore::read,
        ticket.toString());
  }

  /** What records of another node brought, by their positions in its stream. */
  public List<TimelineEntry> ofRecords(Tx tx, NodeCode node, List<Long> positions) {
    return Sql.standing(
        tx,
        SELECT + " WHERE node = '" + node + "' AND position IN ",
        positions,
        TimelineStore::read);
  }

  private static TimelineEntry read(ResultSet row) throws SQLException {
    return new TimelineEntry(
        row.getString(1),
        Sql.instant(row.getLong(2)),
        row.getString(3),
        row.getObject(4, Long.class),
        row.getInt(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9));
  }

  private static @Nullable Object[] values(TimelineEntry entry) {
    return new @Nullable Object[] {
      entry.ticketId(),
      Sql.micros(entry.at()),
      entry.node(),
      entry.position(),
      entry.step(),
      entry.type(),
      entry.title(),
      entry.actor(),
      entry.text()
    };
  }
}
