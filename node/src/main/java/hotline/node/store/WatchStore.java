package hotline.node.store;

import hotline.node.calendar.Deadline;
import hotline.node.ticket.Alarm;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Running;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.Watch;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of this node's tickets and assignments: which run, and how far each has been warned
 * of. A deadline remembers its warnings even while it does not run, so that none is given twice
 * when it runs again.
 */
@Singleton
public final class WatchStore {

  /** Warned of nothing, of nearness, of passing. */
  private static final int NEAR = 1;

  private static final int PASSED = 2;

  private static final String INSERT =
      "INSERT INTO deadline_watch (subject, order_id, watch, ticket_id, unit, started_at, near_at,"
          + " due_at, rule, provisional, calendar, running, raised, next_at) VALUES ";

  /**
   * Assignments are carried out from left to right: due_at, which others compare with, comes last.
   */
  private static final String REPLACE =
      " ON DUPLICATE KEY UPDATE running = 1, unit = VALUES(unit), started_at = VALUES(started_at),"
          + " near_at = VALUES(near_at), rule = VALUES(rule), provisional = VALUES(provisional),"
          + " calendar = VALUES(calendar), raised = IF(due_at = VALUES(due_at), raised, 0),"
          + " next_at = CASE raised WHEN 0 THEN VALUES(near_at) WHEN 1 THEN VALUES(due_at) + 1"
          + " ELSE NULL END, due_at = VALUES(due_at)";

  /**
   * A deadline that runs.
   *
   * @param subject id of the ticket or assignment whose it is
   * @param unit empty when the node itself has to meet it
   * @param near from when on it is nearly due
   * @param calendar the number of the calendar by which it was looked at last
   */
  public record WatchRow(
      String subject, TicketId ticket, String unit, Running running, Instant near, int calendar) {}

  /** A warning that is due. */
  public record DueAlarm(long id, WatchRow row, Alarm.Stage stage) {}

  /**
   * What runs from now on.
   *
   * @param known subjects that may have had deadlines before
   * @param rows all that runs for these and for new subjects
   */
  public void replace(Tx tx, List<String> known, List<WatchRow> rows) {
    if (!known.isEmpty()) {
      Sql.update(
          tx,
          "UPDATE deadline_watch SET running = 0, next_at = NULL WHERE subject IN ("
              + "?,".repeat(known.size() - 1)
              + "?)",
          known.toArray());
    }
    if (!rows.isEmpty()) {
      Sql.insertRows(tx, INSERT, REPLACE, rows.stream().map(WatchStore::values).toList());
    }
  }

  /** Warnings that are due, the oldest first. */
  public List<DueAlarm> due(Tx tx, Instant now, int limit) {
    return Sql.list(
        tx,
        "SELECT id, subject, order_id, watch, ticket_id, unit, started_at, near_at, due_at, rule,"
            + " provisional, calendar FROM deadline_watch WHERE next_at <= ? ORDER BY next_at"
            + " LIMIT ?",
        row -> {
          Instant due = Sql.instant(row.getLong("due_at"));
          String order = row.getString("order_id");
          return new DueAlarm(
              row.getLong("id"),
              new WatchRow(
                  row.getString("subject"),
                  TicketId.parse(row.getString("ticket_id")),
                  row.getString("unit"),
                  new Running(
                      Watch.valueOf(row.getString("watch")),
                      order.isEmpty() ? null : AssignmentId.parse(order),
                      Sql.instant(row.getLong("started_at")),
                      new Deadline(due, row.getString("rule"), row.getBoolean("provisional"))),
                  Sql.instant(row.getLong("near_at")),
                  row.getInt("calendar")),
              now.isAfter(due) ? Alarm.Stage.PASSED : Alarm.Stage.NEAR);
        },
        Sql.micros(now),
        limit);
  }

  /**
   * Takes a warning for oneself, in the transaction that gives it and with the ticket's row locked.
   *
   * @return false when it has been given or taken back already
   */
  public boolean claim(Tx tx, DueAlarm alarm) {
    boolean passed = alarm.stage() == Alarm.Stage.PASSED;
    return Sql.update(
            tx,
            "UPDATE deadline_watch SET raised = ?, next_at = "
                + (passed ? "NULL" : "due_at + 1")
                + " WHERE id = ? AND running = 1 AND raised < ? AND due_at = ?",
            passed ? PASSED : NEAR,
            alarm.id(),
            passed ? PASSED : NEAR,
            Sql.micros(alarm.row().running().deadline().at()))
        == 1;
  }

  /** Subjects with deadlines that a newer calendar than the one they were set by may change. */
  public List<String> provisional(Tx tx, int calendar, int limit) {
    return Sql.list(
        tx,
        "SELECT DISTINCT subject FROM deadline_watch WHERE provisional = 1 AND running = 1"
            + " AND calendar < ? ORDER BY subject LIMIT ?",
        row -> row.getString(1),
        calendar,
        limit);
  }

  /** These have been looked at under that calendar, whatever came of it. */
  public void seen(Tx tx, String subject, int calendar) {
    Sql.update(
        tx,
        "UPDATE deadline_watch SET calendar = ? WHERE subject = ? AND calendar < ?",
        calendar,
        subject,
        calendar);
  }

  /**
   * How many run that are nearly due or past, by what they are about, e.g. {@code REPLY_PASSED}.
   */
  public Map<String, Long> counts(Tx tx, @Nullable String unit, Visibility visible, Instant now) {
    Map<String, Long> counts = new LinkedHashMap<>();
    Where where =
        new Where().and("running = 1 AND near_at <= ?", Sql.micros(now)).andIf(unit, "unit = ?");
    visible.narrowByTicket(where);
    Sql.list(
            tx,
            "SELECT watch, due_at < "
                + Sql.micros(now)
                + " AS passed, COUNT(*) FROM deadline_watch"
                + where.text()
                + " GROUP BY watch, passed ORDER BY watch, passed",
            row ->
                Map.entry(
                    row.getString(1) + (row.getBoolean(2) ? "_PASSED" : "_NEAR"), row.getLong(3)),
            where.parameters())
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  private static @Nullable Object[] values(WatchRow row) {
    Running running = row.running();
    return new @Nullable Object[] {
      row.subject(),
      running.order() == null ? "" : running.order().toString(),
      running.watch().name(),
      row.ticket().toString(),
      row.unit(),
      Sql.micros(running.from()),
      Sql.micros(row.near()),
      Sql.micros(running.deadline().at()),
      running.deadline().rule(),
      running.deadline().provisional(),
      row.calendar(),
      true,
      0,
      Sql.micros(row.near())
    };
  }
}
