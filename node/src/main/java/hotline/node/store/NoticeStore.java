package hotline.node.store;

import hotline.node.classification.NoticeKind;
import hotline.node.classification.NoticeState;
import hotline.node.ticket.TicketId;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outbox of messages to citizens: written with the decision, sent afterwards, kept. */
@Singleton
public final class NoticeStore {

  private static final int PROBLEM_LENGTH = 300;

  private static final String SELECT =
      "SELECT id, ticket_id, kind, text, created_at, state, attempts, next_at, sent_at, reference,"
          + " problem FROM notice";

  /**
   * A message as it was decided.
   *
   * @param key the same for the same decision, however often it is written
   */
  public record Draft(String key, TicketId ticket, NoticeKind kind, String text, Instant at) {}

  /** A message in the outbox. */
  public record Notice(
      long id,
      TicketId ticket,
      NoticeKind kind,
      String text,
      Instant createdAt,
      NoticeState state,
      int attempts,
      Instant nextAt,
      @Nullable Instant sentAt,
      @Nullable String reference,
      @Nullable String problem) {}

  /** Which messages; null does not narrow. */
  public record NoticeFilter(
      @Nullable TicketId ticket,
      @Nullable NoticeState state,
      @Nullable NoticeKind kind,
      Visibility visible) {}

  public void put(Tx tx, List<Draft> drafts) {
    Sql.insertRows(
        tx,
        "INSERT INTO notice (notice_key, ticket_id, kind, text, created_at, state, attempts,"
            + " next_at) VALUES ",
        " ON DUPLICATE KEY UPDATE id = id",
        drafts.stream()
            .map(
                draft ->
                    new @Nullable Object[] {
                      draft.key(),
                      draft.ticket().toString(),
                      draft.kind().name(),
                      draft.text(),
                      Sql.micros(draft.at()),
                      NoticeState.PENDING.name(),
                      0,
                      Sql.micros(draft.at())
                    })
            .toList());
  }

  /**
   * Takes messages that are due, in the order in which they came up, for one sender alone until
   * {@code until}: when that passes without word from it they are due again.
   */
  public List<Notice> claim(Tx tx, Instant now, Instant until, int limit) {
    List<Notice> due =
        Sql.list(
            tx,
            SELECT + " WHERE state = 'PENDING' AND next_at <= ? ORDER BY id LIMIT ? FOR UPDATE",
            NoticeStore::read,
            Sql.micros(now),
            limit);
    if (!due.isEmpty()) {
      List<Object> parameters = new ArrayList<>(List.of(Sql.micros(until)));
      due.forEach(notice -> parameters.add(notice.id()));
      Sql.update(
          tx,
          "UPDATE notice SET attempts = attempts + 1, next_at = ? WHERE id IN ("
              + "?,".repeat(due.size() - 1)
              + "?)",
          parameters.toArray());
    }
    return due;
  }

  public void sent(Tx tx, long id, Instant at, String reference) {
    Sql.update(
        tx,
        "UPDATE notice SET state = 'SENT', sent_at = ?, reference = ?, problem = NULL"
            + " WHERE id = ? AND state <> 'SENT'",
        Sql.micros(at),
        reference,
        id);
  }

  /**
   * Notes a failure.
   *
   * @param again when to try again; null when it is for a person now
   */
  public void failed(Tx tx, long id, String problem, @Nullable Instant again) {
    Sql.update(
        tx,
        "UPDATE notice SET state = ?, next_at = COALESCE(?, next_at), problem = ? WHERE id = ?",
        (again == null ? NoticeState.FAILED : NoticeState.PENDING).name(),
        Sql.microsOrNull(again),
        problem.length() > PROBLEM_LENGTH ? problem.substring(0, PROBLEM_LENGTH) : problem,
        id);
  }

  /** Has a message that was given up tried again from the start; false when it is none. */
  public boolean retry(Tx tx, long id, Instant now) {
    return Sql.update(
            tx,
            "UPDATE notice SET state = 'PENDING', attempts = 0, next_at = ? WHERE id = ?"
                + " AND state = 'FAILED'",
            Sql.micros(now),
            id)
        == 1;
  }

  public Optional<Notice> find(Tx tx, long id) {
    return Sql.first(tx, SELECT + " WHERE id = ?", NoticeStore::read, id);
  }

  /** The newest first. */
  public List<Notice> list(Tx tx, NoticeFilter filter, int offset, int limit) {
    Where where = where(filter);
    return Sql.list(
        tx,
        SELECT + where.text() + " ORDER BY id DESC LIMIT ? OFFSET ?",
        NoticeStore::read,
        where.parameters(limit, offset));
  }

  /** The newest first, those before {@code last} only, which is the last one seen. */
  public List<Notice> before(Tx tx, NoticeFilter filter, @Nullable Notice last, int limit) {
    Where where = where(filter).andIf(last == null ? null : last.id(), "id < ?");
    return Sql.list(
        tx,
        SELECT + where.text() + " ORDER BY id DESC LIMIT ?",
        NoticeStore::read,
        where.parameters(limit));
  }

  /** How many there are, counted up to {@code most}. */
  public long count(Tx tx, NoticeFilter filter, int most) {
    Where where = where(filter);
    return Sql.countUpTo(tx, most, "FROM notice" + where.text(), where.parameters());
  }

  private static Where where(NoticeFilter filter) {
    Where where =
        new Where()
            .andIf(filter.ticket() == null ? null : filter.ticket().toString(), "ticket_id = ?")
            .andIf(filter.state() == null ? null : filter.state().name(), "state = ?")
            .andIf(filter.kind() == null ? null : filter.kind().name(), "kind = ?");
    filter.visible().narrowByTicket(where);
    return where;
  }

  private static Notice read(ResultSet row) throws SQLException {
    Long sentAt = row.getObject(9, Long.class);
    return new Notice(
        row.getLong(1),
        TicketId.parse(row.getString(2)),
        NoticeKind.valueOf(row.getString(3)),
        row.getString(4),
        Sql.instant(row.getLong(5)),
        NoticeState.valueOf(row.getString(6)),
        row.getInt(7),
        Sql.instant(row.getLong(8)),
        sentAt == null ? null : Sql.instant(sentAt),
        row.getString(10),
        row.getString(11));
  }
}
