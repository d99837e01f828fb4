package hotline.node.store;

import hotline.node.ticket.TicketId;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What departments' systems have pushed. */
@Singleton
public final class ExchangeStore {

  /** What became of a message. */
  public enum MessageState {
    APPLIED,
    WAITING,
    REFUSED
  }

  /**
   * A department's ticket.
   *
   * @param applied the last sequence that has been carried out, 0 before the first
   */
  public record ExchangeTicket(
      String line, String number, @Nullable TicketId ticket, int applied) {}

  /**
   * A message.
   *
   * @param hash tells whether a repeat says the same
   * @param body only while it waits
   */
  public record Message(
      String number,
      int sequence,
      String kind,
      MessageState state,
      @SuppressWarnings("ArrayRecordComponent") byte[] hash,
      @Nullable String body,
      @Nullable String problem,
      Instant receivedAt) {}

  /**
   * A ticket with messages that cannot be carried out yet.
   *
   * @param expected the sequence that has not come
   * @param next the first that has come after it
   */
  public record Gap(
      String number,
      int expected,
      int next,
      int waiting,
      Instant since,
      @Nullable String problem) {}

  /** The department's ticket, its row locked; made when it is new. */
  public ExchangeTicket lock(Tx tx, String line, String number) {
    Sql.update(
        tx,
        "INSERT IGNORE INTO exchange_ticket (line, number, applied) VALUES (?, ?, 0)",
        line,
        number);
    return Sql.first(
            tx,
            "SELECT line, number, ticket_id, applied FROM exchange_ticket"
                + " WHERE line = ? AND number = ? FOR UPDATE",
            ExchangeStore::readTicket,
            line,
            number)
        .orElseThrow();
  }

  public Optional<ExchangeTicket> find(Tx tx, String line, String number) {
    return Sql.first(
        tx,
        "SELECT line, number, ticket_id, applied FROM exchange_ticket"
            + " WHERE line = ? AND number = ? AND applied > 0",
        ExchangeStore::readTicket,
        line,
        number);
  }

  /** The line whose department's system pushes this ticket. */
  public Optional<String> lineOf(Tx tx, TicketId ticket) {
    return Sql.first(
        tx,
        "SELECT line FROM exchange_ticket WHERE ticket_id = ?",
        row -> row.getString(1),
        ticket.toString());
  }

  public void save(Tx tx, ExchangeTicket ticket) {
    Sql.update(
        tx,
        "UPDATE exchange_ticket SET ticket_id = ?, applied = ? WHERE line = ? AND number = ?",
        ticket.ticket() == null ? null : ticket.ticket().toString(),
        ticket.applied(),
        ticket.line(),
        ticket.number());
  }

  public Optional<Message> message(Tx tx, String line, String number, int sequence) {
    return Sql.first(
        tx,
        "SELECT number, sequence, kind, state, hash, body, problem, received_at"
            + " FROM exchange_message WHERE line = ? AND number = ? AND sequence = ?",
        ExchangeStore::readMessage,
        line,
        number,
        sequence);
  }

  /** Stores a message, or what has become of it. */
  public void put(Tx tx, String line, Message message) {
    Sql.update(
        tx,
        "INSERT INTO exchange_message (line, number, sequence, kind, state, hash, body, problem,"
            + " received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
            + " kind = VALUES(kind), state = VALUES(state), hash = VALUES(hash),"
            + " body = VALUES(body), problem = VALUES(problem)",
        line,
        message.number(),
        message.sequence(),
        message.kind(),
        message.state().name(),
        message.hash(),
        message.body(),
        message.problem(),
        Sql.micros(message.receivedAt()));
  }

  /** Tickets of a line whose messages wait for one that has not come, or was refused. */
  public List<Gap> gaps(Tx tx, String line) {
    return Sql.list(
        tx,
        "SELECT t.number, t.applied + 1, MIN(m.sequence), COUNT(*), MIN(m.received_at),"
            + " MAX(m.problem) FROM exchange_ticket t JOIN exchange_message m"
            + " ON m.line = t.line AND m.number = t.number WHERE t.line = ?"
            + " AND m.state IN ('WAITING', 'REFUSED') GROUP BY t.id, t.number, t.applied"
            + " ORDER BY t.id",
        row ->
            new Gap(
                row.getString(1),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                Sql.instant(row.getLong(5)),
                row.getString(6)),
        line);
  }

  /** How many of a line's tickets there are, and messages carried out. */
  public long[] totals(Tx tx, String line) {
    return new long[] {
      Sql.number(tx, "SELECT COUNT(*) FROM exchange_ticket WHERE line = ? AND applied > 0", line),
      Sql.number(
          tx, "SELECT COUNT(*) FROM exchange_message WHERE line = ? AND state = 'APPLIED'", line)
    };
  }

  private static ExchangeTicket readTicket(ResultSet row) throws SQLException {
    String ticket = row.getString("ticket_id");
    return new ExchangeTicket(
        row.getString("line"),
        row.getString("number"),
        ticket == null ? null : TicketId.parse(ticket),
        row.getInt("applied"));
  }

  private static Message readMessage(ResultSet row) throws SQLException {
    return new Message(
        row.getString("number"),
        row.getInt("sequence"),
        row.getString("kind"),
        MessageState.valueOf(row.getString("state")),
        row.getBytes("hash"),
        row.getString("body"),
        row.getString("problem"),
        Sql.instant(row.getLong("received_at")));
  }
}
