package hotline.node.store;

import static java.util.stream.Collectors.joining;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.ticket.Alias;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketState;
import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the accepting node finds its own tickets by. */
@Singleton
public final class IntakeStore {

  /**
   * Notes a new ticket.
   *
   * @param sameness 32 bytes that are equal for the same person with the same matter (ACC-10); null
   *     when the person is not known
   * @throws RefusedException when a ticket with the external number (or the query code) was made at
   *     the same moment
   */
  public void insert(
      Tx tx,
      TicketId ticket,
      String queryCode,
      byte @Nullable [] sameness,
      @Nullable Alias external) {
    try {
      Sql.update(
          tx,
          "INSERT INTO intake (ticket_id, query_code, sameness, external_system,"
              + " external_number) VALUES (?, ?, ?, ?, ?)",
          ticket.toString(),
          queryCode,
          sameness,
          external == null ? null : external.system(),
          external == null ? null : external.number());
    } catch (DatabaseException e) {
      if (e.getCause() instanceof SQLIntegrityConstraintViolationException) {
        throw new RefusedException(ErrorCode.ALREADY_EXISTS, "该外部编号刚刚已登记为工单，请重试");
      }
      throw e;
    }
  }

  public Optional<TicketId> byExternal(Tx tx, Alias external) {
    return Sql.first(
        tx,
        "SELECT ticket_id FROM intake WHERE external_system = ? AND external_number = ?",
        row -> TicketId.parse(row.getString(1)),
        external.system(),
        external.number());
  }

  public Optional<TicketId> byQueryCode(Tx tx, String queryCode) {
    return Sql.first(
        tx,
        "SELECT ticket_id FROM intake WHERE query_code = ?",
        row -> TicketId.parse(row.getString(1)),
        queryCode);
  }

  /**
   * The first other ticket of the same person and matter that is in one of {@code states} (ACC-10).
   */
  public Optional<TicketId> same(
      Tx tx, byte[] sameness, TicketId except, List<TicketState> states) {
    return Sql.first(
        tx,
        "SELECT i.ticket_id FROM intake i JOIN ticket t ON t.ticket_id = i.ticket_id"
            + " WHERE i.sameness = ? AND i.ticket_id <> ? AND t.state IN ("
            + states.stream().map(state -> "'" + state.name() + "'").collect(joining(","))
            + ") ORDER BY i.id LIMIT 1",
        row -> TicketId.parse(row.getString(1)),
        sameness,
        except.toString());
  }

  /** The sameness that {@link #insert} was given. */
  public Optional<byte[]> samenessOf(Tx tx, TicketId ticket) {
    return Sql.first(
        tx,
        "SELECT sameness FROM intake WHERE ticket_id = ? AND sameness IS NOT NULL",
        row -> row.getBytes(1),
        ticket.toString());
  }
}
