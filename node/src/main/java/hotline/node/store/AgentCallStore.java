package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** At whose desk this node's calls ring. */
@Singleton
public final class AgentCallStore {

  /** Notes where a call rings; it may ring at another desk next. */
  public void note(Tx tx, String call, String agent, Instant at) {
    Sql.update(
        tx,
        "INSERT INTO agent_call (call_id, agent, at) VALUES (?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE agent = VALUES(agent), at = VALUES(at)",
        call,
        agent,
        Sql.micros(at));
  }

  /** The calls that rang last at somebody's desk, and began not before a moment; newest first. */
  public List<String> of(Tx tx, String agent, Instant from, int limit) {
    return Sql.list(
        tx,
        "SELECT call_id FROM agent_call WHERE agent = ? AND at >= ? ORDER BY at DESC, id DESC LIMIT ?",
        row -> row.getString(1),
        agent,
        Sql.micros(from),
        limit);
  }
}
