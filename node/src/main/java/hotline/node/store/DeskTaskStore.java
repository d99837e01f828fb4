package hotline.node.store;

import hotline.node.ticket.DeskTask;
import hotline.node.ticket.TicketId;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What waits at the desks of this node. */
@Singleton
public final class DeskTaskStore {

  /**
   * What waits at a ticket or an assignment.
   *
   * @param holder id of the ticket or assignment
   * @param unit empty for the node's own desks
   */
  public record HolderTasks(String holder, TicketId ticket, String unit, List<DeskTask> tasks) {

    private @Nullable Object[] row(DeskTask task) {
      return new @Nullable Object[] {
        holder, ticket.toString(), unit, task.kind().name(), Sql.micros(task.since())
      };
    }
  }

  /** What waits at these holders from now on. */
  public void replace(Tx tx, List<HolderTasks> holders) {
    if (holders.isEmpty()) {
      return;
    }
    Sql.update(
        tx,
        "DELETE FROM desk_task WHERE holder IN (" + "?,".repeat(holders.size() - 1) + "?)",
        holders.stream().map(HolderTasks::holder).toArray());
    Sql.insertRows(
        tx,
        "INSERT INTO desk_task (holder, ticket_id, unit, kind, since) VALUES ",
        "",
        holders.stream().flatMap(each -> each.tasks().stream().map(each::row)).toList());
  }

  /**
   * How much of each kind waits at tickets, or at the assignments of a unit.
   *
   * @param unit of this unit; null for the node's own tickets
   */
  public Map<DeskTask.Kind, Long> counts(Tx tx, @Nullable String unit, Visibility visible) {
    Where where =
        unit == null
            ? new Where().and("holder = ticket_id").and("unit = ''")
            : new Where().and("unit = ?", unit);
    visible.narrowByTicket(where);
    Map<DeskTask.Kind, Long> counts = new EnumMap<>(DeskTask.Kind.class);
    Sql.list(
            tx,
            "SELECT kind, COUNT(*) FROM desk_task" + where.text() + " GROUP BY kind",
            row -> Map.entry(DeskTask.Kind.valueOf(row.getString(1)), row.getLong(2)),
            where.parameters())
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  /** At how many of the assignments that the node itself received something waits to be decided. */
  public long atReceived(Tx tx, Visibility visible) {
    Where where = new Where().and("holder <> ticket_id").and("unit = ''").and("kind <> 'REDO'");
    visible.narrowByTicket(where);
    return Sql.number(
        tx, "SELECT COUNT(DISTINCT holder) FROM desk_task" + where.text(), where.parameters());
  }
}
