package hotline.node.store;

import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketId;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The same person's tickets at several nodes. */
@Singleton
public final class RepeatStore {

  /**
   * A ticket of this node whose like another node has.
   *
   * @param concluded whether the earlier one was concluded when that was told, and not in handling
   */
  public record Repeat(TicketId ticket, TicketId earlier, boolean concluded, Instant toldAt) {}

  /**
   * The newest of a person's tickets, of whatever node, that are known here and stand: neither
   * refused nor withdrawn. The oldest first.
   */
  public List<Ticket> ofRequester(Tx tx, String requesterKey, int limit) {
    return newest(tx, " AND state NOT IN ('REFUSED', 'WITHDRAWN')", requesterKey, limit);
  }

  /** As above, whatever has become of them. */
  public List<Ticket> everyOfRequester(Tx tx, String requesterKey, int limit) {
    return newest(tx, "", requesterKey, limit);
  }

  private static List<Ticket> newest(Tx tx, String only, String requesterKey, int limit) {
    List<Ticket> newest =
        Sql.list(
            tx,
            "SELECT image, personal FROM ticket WHERE requester_key = ?"
                + only
                + " ORDER BY registered_at DESC, id DESC LIMIT ?",
            TicketStore::read,
            requesterKey,
            limit);
    List<Ticket> inOrder = new ArrayList<>(newest);
    Collections.reverse(inOrder);
    return inOrder;
  }

  /** Those of the keys under which there are tickets of several nodes. */
  public List<String> atSeveralNodes(Tx tx, List<String> requesterKeys) {
    return requesterKeys.isEmpty()
        ? List.of()
        : Sql.list(
            tx,
            "SELECT requester_key FROM ticket WHERE requester_key IN ("
                + "?,".repeat(requesterKeys.size() - 1)
                + "?) GROUP BY requester_key HAVING COUNT(DISTINCT owner) > 1",
            row -> row.getString(1),
            requesterKeys.toArray());
  }

  /**
   * Notes that a node below has been told.
   *
   * @return false when it had been before
   */
  public boolean tell(Tx tx, TicketId ticket, TicketId earlier) {
    return Sql.update(
            tx,
            "INSERT IGNORE INTO repeat_told (ticket_id, earlier_id) VALUES (?, ?)",
            ticket.toString(),
            earlier.toString())
        == 1;
  }

  /** Notes what a node above has told of a ticket of this node; what is told later replaces it. */
  public void told(Tx tx, Repeat repeat) {
    Sql.update(
        tx,
        "INSERT INTO repeat_elsewhere (ticket_id, earlier_id, concluded, told_at)"
            + " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE earlier_id = VALUES(earlier_id),"
            + " concluded = VALUES(concluded), told_at = VALUES(told_at)",
        repeat.ticket().toString(),
        repeat.earlier().toString(),
        repeat.concluded(),
        Sql.micros(repeat.toldAt()));
  }

  public Optional<Repeat> of(Tx tx, TicketId ticket) {
    return Sql.first(
        tx,
        "SELECT ticket_id, earlier_id, concluded, told_at FROM repeat_elsewhere"
            + " WHERE ticket_id = ?",
        row ->
            new Repeat(
                TicketId.parse(row.getString(1)),
                TicketId.parse(row.getString(2)),
                row.getBoolean(3),
                Sql.instant(row.getLong(4))),
        ticket.toString());
  }
}
