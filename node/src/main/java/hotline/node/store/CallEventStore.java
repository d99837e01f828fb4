package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Instant;

/** What exchanges have reported: each event counts once. */
@Singleton
public final class CallEventStore {

  /** False when the client has reported an event of this id before; waits for one on its way. */
  public boolean isNew(Tx tx, String client, String eventId, String call, Instant at) {
    return Sql.update(
            tx,
            "INSERT IGNORE INTO call_event (event_id, client, call_id, at) VALUES (?, ?, ?, ?)",
            eventId,
            client,
            call,
            Sql.micros(at))
        == 1;
  }
}
