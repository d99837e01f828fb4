package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers at the desks: each counts exactly what the list behind it shows, by the same words
 * ({@link DeskStore}, {@link Attention}). What is unfinished is counted, by indexes alone (V151),
 * however much there has been before.
 */
@Singleton
public final class DeskCountStore {

  /** What is due soon: from a moment until before another. */
  public record Soon(Instant now, Instant soon) {}

  /**
   * Of a node's own tickets, by name.
   *
   * @param most the closed ones are counted up to here, as lists count
   */
  public Map<String, Long> tickets(Tx tx, String node, Visibility visible, Soon moments, int most) {
    Where where =
        new Where()
            .and("owner = ?", node)
            .and(
                "state IN ('REGISTERED', 'ACCEPTED', 'IN_HANDLING', 'IN_REVIEW',"
                    + " 'AWAITING_FOLLOW_UP')");
    visible.narrow(where);
    Map<String, Long> counts =
        row(
            tx,
            "SELECT SUM(state = 'REGISTERED') AS registered, SUM(state = 'ACCEPTED') AS accepted,"
                + " SUM(state = 'AWAITING_FOLLOW_UP') AS awaitingFollowUp,"
                + due(DeskStore.UNANSWERED_TICKET, moments)
                + ", SUM("
                + Attention.UNDELIVERED.ofTickets()
                + ") AS undelivered FROM ticket"
                + where.text(),
            where.parameters());
    counts.put("closed", closed(tx, node, visible, most));
    return counts;
  }

  private static long closed(Tx tx, String node, Visibility visible, int most) {
    Where where = new Where().and("owner = ?", node).and("state = 'CLOSED'");
    visible.narrow(where);
    return Sql.number(
        tx,
        "SELECT COUNT(*) FROM (SELECT 1 FROM ticket" + where.text() + " LIMIT ?) counted",
        where.parameters(most));
  }

  /**
   * Of the assignments at one unit's desk, by name.
   *
   * @param unit empty for what the node itself has received
   */
  public Map<String, Long> assignments(
      Tx tx, String node, String unit, Visibility visible, Soon moments) {
    Where where =
        new Where().and("node = ?", node).and(DeskStore.UNREPLIED_ASSIGNMENT).and("unit = ?", unit);
    visible.narrowByTicket(where);
    return row(
        tx,
        "SELECT SUM(state = 'AWAITING_SIGN_FOR') AS awaitingSignFor,"
            + " SUM(state = 'IN_HANDLING') AS inHandling,"
            + " SUM(state = 'RETURN_REQUESTED') AS wantsBack,"
            + due(DeskStore.UNREPLIED_ASSIGNMENT, moments)
            + ", SUM("
            + Attention.UNDELIVERED.ofAssignments()
            + ") AS undelivered FROM assignment"
            + where.text(),
        where.parameters());
  }

  /** Both moments are this node's own, so that they may stand in the text. */
  private static String due(String open, Soon moments) {
    long now = Sql.micros(moments.now());
    return " SUM(%s AND due_at >= %d AND due_at < %d) AS dueSoon, SUM(%s AND due_at < %d) AS overdue"
        .formatted(open, now, Sql.micros(moments.soon()), open, now);
  }

  /** What a unit should have cleared by a moment and has not (LIF-13). */
  public record Uncleared(String unit, long general, long onAccount) {}

  /**
   * By unit, the node's own assignments included under an empty code; excluded ones do not count.
   */
  public List<Uncleared> uncleared(Tx tx, String node, Instant until, Visibility visible) {
    Where where =
        new Where()
            .and("node = ?", node)
            .and("due_at <= ? AND NOT excluded", Sql.micros(until))
            .and(DeskStore.UNREPLIED_ASSIGNMENT);
    visible.narrowByTicket(where);
    return Sql.list(
        tx,
        "SELECT unit, SUM(NOT on_account), SUM(on_account) FROM assignment"
            + where.text()
            + " GROUP BY unit ORDER BY unit",
        row -> new Uncleared(row.getString(1), row.getLong(2), row.getLong(3)),
        where.parameters());
  }

  /** What a node has done so far, of all there has ever been: by indexes made for it (V171). */
  public Map<String, Long> summary(Tx tx, String node) {
    Map<String, Long> counts =
        row(
            tx,
            "SELECT COUNT(*) AS registered, SUM(accepted_at IS NOT NULL) AS accepted,"
                + " SUM(refused) AS refused, SUM(order_count) AS dispatched,"
                + " SUM(closed) AS closed, SUM(state = 'ARCHIVED') AS archived"
                + " FROM ticket WHERE owner = ?",
            node);
    row(
            tx,
            "SELECT SUM(unit = '') AS received, SUM(signed) AS signedFor,"
                + " SUM(replied) AS replied, SUM(order_count) AS dispatched"
                + " FROM assignment WHERE node = ?",
            node)
        .forEach((name, number) -> counts.merge(name, number, Long::sum));
    return counts;
  }

  /** One row of numbers, by the names of its columns. */
  private static Map<String, Long> row(Tx tx, String sql, @Nullable Object... parameters) {
    return Sql.first(
            tx,
            sql,
            row -> {
              Map<String, Long> numbers = new LinkedHashMap<>();
              var columns = row.getMetaData();
              for (int i = 1; i <= columns.getColumnCount(); i++) {
                numbers.put(columns.getColumnLabel(i), row.getLong(i));
              }
              return numbers;
            },
            parameters)
        .orElseGet(LinkedHashMap::new);
  }
}
