package hotline.node.store;

import hotline.node.ticket.TicketId;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Instant;

/** To what use of their data citizens have agreed. */
@Singleton
public final class ConsentStore {

  /**
   * Notes a consent, once for each ticket.
   *
   * @param version of the words that he was shown
   */
  public void note(Tx tx, TicketId ticket, String version, Instant at) {
    Sql.update(
        tx,
        "INSERT INTO portal_consent (ticket_id, version, at) VALUES (?, ?, ?)",
        ticket.toString(),
        version,
        Sql.micros(at));
  }
}
