package hotline.node.store;

import hotline.node.classification.HandoverState;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.TicketId;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Matters handed to other hotlines and by them. */
@Singleton
public final class LinkageStore {

  private static final String COLUMNS =
      "handover_id, direction, number, ticket_id, assignment_id, call_id, three_party, state,"
          + " attempts, their_number, reason, result, made_by, made_at, due_at, taken_at";

  private static final String SELECT = "SELECT " + COLUMNS + " FROM linkage_handover";

  /** What somebody at the desk has to see to; its parameter is the present. */
  private static final String NEEDS_SOMEBODY =
      "direction = 'OUT' AND (state = 'FAILED' OR (state = 'WAITING' AND due_at < ?))";

  /** Which way. */
  public enum Direction {
    OUT,
    IN
  }

  /**
   * A matter that was handed over.
   *
   * @param number of the other hotline
   * @param assignment a utility's, by which it answers
   * @param call in which it was handed over
   * @param attempts how often it was tried
   * @param theirNumber the other hotline's own number of it
   * @param result what the other side said of it, or why it did not get there
   * @param dueAt until when the other side is to take it
   */
  public record Handover(
      String id,
      Direction direction,
      String number,
      TicketId ticket,
      @Nullable AssignmentId assignment,
      @Nullable String call,
      boolean threeParty,
      HandoverState state,
      int attempts,
      @Nullable String theirNumber,
      String reason,
      @Nullable String result,
      String madeBy,
      Instant madeAt,
      @Nullable Instant dueAt,
      @Nullable Instant takenAt) {

    /** Whether the other side should have taken it by now. */
    public boolean overdue(Instant now) {
      return state == HandoverState.WAITING && dueAt != null && now.isAfter(dueAt);
    }

    /** In another state, with what was said to it. */
    public Handover become(
        HandoverState next, @Nullable String theirs, @Nullable String said, Instant at) {
      return new Handover(
          id,
          direction,
          number,
          ticket,
          assignment,
          call,
          threeParty,
          next,
          attempts,
          theirs == null ? theirNumber : theirs,
          reason,
          said == null ? result : said,
          madeBy,
          madeAt,
          dueAt,
          takenAt != null || next == HandoverState.FAILED ? takenAt : at);
    }

    /** Tried once more. */
    public Handover again(@Nullable Instant due) {
      return new Handover(
          id,
          direction,
          number,
          ticket,
          assignment,
          call,
          threeParty,
          HandoverState.WAITING,
          attempts + 1,
          theirNumber,
          reason,
          result,
          madeBy,
          madeAt,
          due,
          null);
    }
  }

  /**
   * Which of them; null does not narrow.
   *
   * @param open only those that somebody at the desk has to see to, at this moment
   */
  public record Filter(
      @Nullable String number,
      @Nullable Direction direction,
      @Nullable HandoverState state,
      @Nullable String ticket,
      @Nullable Instant open,
      Visibility visible) {}

  public void insert(Tx tx, Handover handover) {
    Sql.update(
        tx,
        "INSERT INTO linkage_handover ("
            + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        handover.id(),
        handover.direction().name(),
        handover.number(),
        handover.ticket().toString(),
        handover.assignment() == null ? null : handover.assignment().toString(),
        handover.call(),
        handover.threeParty(),
        handover.state().name(),
        handover.attempts(),
        handover.theirNumber(),
        handover.reason(),
        handover.result(),
        handover.madeBy(),
        Sql.micros(handover.madeAt()),
        Sql.microsOrNull(handover.dueAt()),
        Sql.microsOrNull(handover.takenAt()));
  }

  public void save(Tx tx, Handover handover) {
    Sql.update(
        tx,
        "UPDATE linkage_handover SET state = ?, attempts = ?, their_number = ?, result = ?,"
            + " due_at = ?, taken_at = ? WHERE handover_id = ?",
        handover.state().name(),
        handover.attempts(),
        handover.theirNumber(),
        handover.result(),
        Sql.microsOrNull(handover.dueAt()),
        Sql.microsOrNull(handover.takenAt()),
        handover.id());
  }

  public Optional<Handover> find(Tx tx, String id) {
    return Sql.first(tx, SELECT + " WHERE handover_id = ?", LinkageStore::read, id);
  }

  /** Likewise, its row locked; the ticket's row is locked before it. */
  public Optional<Handover> lock(Tx tx, String id) {
    return Sql.first(tx, SELECT + " WHERE handover_id = ? FOR UPDATE", LinkageStore::read, id);
  }

  /** All of a ticket, in their order. */
  public List<Handover> ofTicket(Tx tx, TicketId ticket) {
    return Sql.list(
        tx, SELECT + " WHERE ticket_id = ? ORDER BY id", LinkageStore::read, ticket.toString());
  }

  /** Those of a call to a number that the other side has said nothing about. */
  public List<Handover> waitingOfCall(Tx tx, String call, String number) {
    return Sql.list(
        tx,
        SELECT + " WHERE call_id = ? AND number = ? AND state = 'WAITING' ORDER BY id",
        LinkageStore::read,
        call,
        number);
  }

  /** A page, the oldest first. */
  public List<Handover> list(Tx tx, Filter filter, int offset, int limit) {
    Where where = where(filter);
    return Sql.list(
        tx,
        SELECT + where.text() + " ORDER BY id LIMIT ? OFFSET ?",
        LinkageStore::read,
        where.parameters(limit, offset));
  }

  /** The oldest first, those after {@code last} only, which is the last one seen. */
  public List<Handover> after(Tx tx, Filter filter, @Nullable Handover last, int limit) {
    Where where = where(filter);
    if (last != null) {
      where.and("id > (SELECT b.id FROM linkage_handover b WHERE b.handover_id = ?)", last.id());
    }
    return Sql.list(
        tx,
        SELECT + where.text() + " ORDER BY id LIMIT ?",
        LinkageStore::read,
        where.parameters(limit));
  }

  public long count(Tx tx, Filter filter) {
    Where where = where(filter);
    return Sql.number(
        tx, "SELECT COUNT(*) FROM linkage_handover" + where.text(), where.parameters());
  }

  /** What a period's linkage is made of, by number: what went out and in, and what became of it. */
  public Map<String, Map<String, Long>> figures(Tx tx, Instant from, Instant to) {
    Map<String, Map<String, Long>> all = new LinkedHashMap<>();
    Sql.list(
            tx,
            "SELECT number, SUM(direction = 'OUT') AS handedOut, SUM(direction = 'OUT' AND"
                + " three_party) AS threeParty, SUM(direction = 'OUT' AND state IN ('TAKEN',"
                + " 'ANSWERED')) AS taken, SUM(direction = 'OUT' AND taken_at <= due_at) AS"
                + " takenInTime, SUM(direction = 'OUT' AND state = 'ANSWERED') AS answered,"
                + " SUM(direction = 'OUT' AND state = 'FAILED') AS failed, SUM(direction = 'OUT'"
                + " AND attempts > 1) AS triedAgain, SUM(direction = 'IN') AS handedIn"
                + " FROM linkage_handover WHERE made_at >= ? AND made_at < ?"
                + " GROUP BY number ORDER BY number",
            row -> {
              Map<String, Long> numbers = new LinkedHashMap<>();
              var columns = row.getMetaData();
              for (int i = 2; i <= columns.getColumnCount(); i++) {
                numbers.put(columns.getColumnLabel(i), row.getLong(i));
              }
              return Map.entry(row.getString(1), numbers);
            },
            Sql.micros(from),
            Sql.micros(to))
        .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
    return all;
  }

  private static Where where(Filter filter) {
    Where where =
        new Where()
            .andIf(filter.number(), "number = ?")
            .andIf(filter.direction() == null ? null : filter.direction().name(), "direction = ?")
            .andIf(filter.state() == null ? null : filter.state().name(), "state = ?")
            .andIf(filter.ticket(), "ticket_id = ?")
            .andIf(Sql.microsOrNull(filter.open()), NEEDS_SOMEBODY);
    if (!filter.visible().all()) {
      where.and(
          "ticket_id IN (SELECT ticket_id FROM ticket WHERE " + filter.visible().condition() + ")",
          filter.visible().parameters());
    }
    return where;
  }

  private static Handover read(ResultSet row) throws SQLException {
    String assignment = row.getString("assignment_id");
    return new Handover(
        row.getString("handover_id"),
        Direction.valueOf(row.getString("direction")),
        row.getString("number"),
        TicketId.parse(row.getString("ticket_id")),
        assignment == null ? null : AssignmentId.parse(assignment),
        row.getString("call_id"),
        row.getBoolean("three_party"),
        HandoverState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getString("their_number"),
        row.getString("reason"),
        row.getString("result"),
        row.getString("made_by"),
        Sql.instant(row.getLong("made_at")),
        instant(row, "due_at"),
        instant(row, "taken_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? null : Sql.instant(micros);
  }
}
