package hotline.node.store;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Figures over all tickets that are known here, own and replicated. */
@Singleton
public final class OverviewStore {

  /** What one node has taken in and how far it has come. */
  public record OwnerTotals(
      NodeCode owner, long registered, long open, long overdue, long closed, long archived) {}

  /** The calls that one node has had, as far as they have come to their end. */
  public record OwnerCalls(NodeCode owner, long calls, long missed, long transfersFailed) {}

  /** By the node whose calls they were, in the order of the codes. */
  public List<OwnerCalls> callsByOwner(Tx tx) {
    return Sql.list(
        tx,
        "SELECT owner, COUNT(*), SUM(state = 'ABANDONED'), SUM(state = 'TRANSFER_FAILED')"
            + " FROM call_record GROUP BY owner ORDER BY owner",
        row ->
            new OwnerCalls(
                NodeCode.of(row.getString(1)), row.getLong(2), row.getLong(3), row.getLong(4)));
  }

  /** By the node that accepted the tickets, in the order of the codes. */
  public List<OwnerTotals> byOwner(Tx tx, Instant now) {
    return Sql.list(
        tx,
        "SELECT owner, COUNT(*), SUM(state IN ('REGISTERED', 'ACCEPTED', 'IN_HANDLING',"
            + " 'IN_REVIEW', 'AWAITING_FOLLOW_UP')), SUM(state IN ('REGISTERED', 'ACCEPTED',"
            + " 'IN_HANDLING', 'IN_REVIEW') AND due_at < ?), SUM(closed),"
            + " SUM(state = 'ARCHIVED') FROM ticket GROUP BY owner ORDER BY owner",
        row ->
            new OwnerTotals(
                NodeCode.of(row.getString(1)),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6)),
        Sql.micros(now));
  }
}
