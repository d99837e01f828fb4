package hotline.node.store;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.ticket.Alias;
import hotline.node.ticket.TicketId;
import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import jakarta.inject.Singleton;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the accepting node finds its own tickets by. */
@Singleton
public final class IntakeStore {

  private static final int STRIPES = 1024;

  /** Of a region: so that a look stays short however many tickets there are. */
  private static final int NEWEST = 2000;

  private static final String HANDLING = "'ACCEPTED', 'IN_HANDLING', 'IN_REVIEW'";

  /**
   * What others may look for.
   *
   * @param requesterKey tells whose it is without telling who that is
   * @param matter code of the matter
   * @param region code of the region
   */
  public record Subject(
      @Nullable String requesterKey, @Nullable String matter, @Nullable String region) {}

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
      @Nullable Alias external,
      Subject subject) {
    try {
      Sql.update(
          tx,
          "INSERT INTO intake (ticket_id, query_code, sameness, requester_key, matter, region,"
              + " external_system, external_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          ticket.toString(),
          queryCode,
          sameness,
          subject.requesterKey(),
          subject.matter(),
          subject.region(),
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
   * The first other ticket of the same person and matter that is in handling and within its limit
   * (ACC-10).
   */
  public Optional<TicketId> inHandling(Tx tx, byte[] sameness, TicketId except, Instant now) {
    return Sql.first(
        tx,
        "SELECT i.ticket_id FROM intake i JOIN ticket t ON t.ticket_id = i.ticket_id"
            + " WHERE i.sameness = ? AND i.ticket_id <> ? AND t.state IN ("
            + HANDLING
            + ") AND (t.due_at IS NULL OR t.due_at >= ?) ORDER BY i.id LIMIT 1",
        row -> TicketId.parse(row.getString(1)),
        sameness,
        except.toString(),
        Sql.micros(now));
  }

  /** The last other ticket of the same person and matter that has been concluded (ACC-07). */
  public Optional<TicketId> concluded(Tx tx, byte[] sameness, TicketId except) {
    return Sql.first(
        tx,
        "SELECT i.ticket_id FROM intake i JOIN ticket t ON t.ticket_id = i.ticket_id"
            + " WHERE i.sameness = ? AND i.ticket_id <> ? AND t.closed"
            + " AND t.state IN ('CLOSED', 'ARCHIVED') ORDER BY i.id DESC LIMIT 1",
        row -> TicketId.parse(row.getString(1)),
        sameness,
        except.toString());
  }

  /**
   * Lets one transaction at a time look for the sameness and register or accept it, until that
   * transaction ends: two that come at the same moment cannot both find nothing (ACC-10). Of a
   * thousand different ones two may wait for each other, which does no harm.
   */
  public void lock(Tx tx, byte[] sameness) {
    int stripe = ((sameness[0] & 0xff) << 8 | (sameness[1] & 0xff)) % STRIPES;
    Sql.update(
        tx,
        "INSERT INTO sameness_stripe (stripe) VALUES (?)"
            + " ON DUPLICATE KEY UPDATE stripe = VALUES(stripe)",
        stripe);
  }

  /** Tickets in handling about the same matter in the same region, newest first (LIF-15). */
  public List<TicketId> related(Tx tx, String matter, String region, TicketId except, int limit) {
    return Sql.list(
        tx,
        "SELECT i.ticket_id FROM intake i JOIN ticket t ON t.ticket_id = i.ticket_id"
            + " WHERE i.matter = ? AND i.region = ? AND i.ticket_id <> ? AND t.state IN ("
            + HANDLING
            + ") ORDER BY i.id DESC LIMIT ?",
        row -> TicketId.parse(row.getString(1)),
        matter,
        region,
        except.toString(),
        limit);
  }

  /** Those in handling among the newest tickets of a region, newest first. */
  public List<TicketId> openIn(Tx tx, String region, int limit) {
    return Sql.list(
        tx,
        "SELECT i.ticket_id FROM (SELECT id, ticket_id FROM intake WHERE region = ?"
            + " ORDER BY id DESC LIMIT "
            + NEWEST
            + ") i JOIN ticket t ON t.ticket_id = i.ticket_id WHERE t.state IN ("
            + HANDLING
            + ") ORDER BY i.id DESC LIMIT ?",
        row -> TicketId.parse(row.getString(1)),
        region,
        limit);
  }

  /** The person's own tickets of this node, newest first (INT-19). */
  public List<TicketId> ofRequester(Tx tx, String requesterKey, int limit) {
    return Sql.list(
        tx,
        "SELECT ticket_id FROM intake WHERE requester_key = ? ORDER BY id DESC LIMIT ?",
        row -> TicketId.parse(row.getString(1)),
        requesterKey,
        limit);
  }
}
