package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Where experts sit (TOP-24). */
@Singleton
public final class ExpertSeatStore {

  /**
   * A seat.
   *
   * @param id 0 before it is stored
   * @param field a hotline number, or a field of business
   * @param remote whether it is at the department and not in the hall
   * @param reason why it is remote; empty otherwise
   */
  public record ExpertSeat(
      long id,
      String field,
      String unit,
      boolean remote,
      String reason,
      Instant since,
      String setBy) {}

  /** Stores a seat; returns it with its id. */
  public ExpertSeat insert(Tx tx, ExpertSeat seat) {
    Sql.update(
        tx,
        "INSERT INTO expert_seat (business, unit, remote, reason, set_at, set_by)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        seat.field(),
        seat.unit(),
        seat.remote(),
        seat.reason(),
        Sql.micros(seat.since()),
        seat.setBy());
    long id = Sql.number(tx, "SELECT LAST_INSERT_ID()");
    return new ExpertSeat(
        id, seat.field(), seat.unit(), seat.remote(), seat.reason(), seat.since(), seat.setBy());
  }

  /** Those that there are, in the hall first. */
  public List<ExpertSeat> all(Tx tx) {
    return Sql.list(
        tx,
        "SELECT id, business, unit, remote, reason, set_at, set_by FROM expert_seat"
            + " WHERE ended_at IS NULL ORDER BY remote, business, id",
        row ->
            new ExpertSeat(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getString(5),
                Sql.instant(row.getLong(6)),
                row.getString(7)));
  }

  /** Whether a unit has one. */
  public boolean has(Tx tx, String unit) {
    return all(tx).stream().anyMatch(seat -> seat.unit().equals(unit));
  }

  /** Ends a seat; false when there is none of that id. */
  public boolean end(Tx tx, long id, Instant at) {
    return Sql.update(
            tx,
            "UPDATE expert_seat SET ended_at = ? WHERE id = ? AND ended_at IS NULL",
            Sql.micros(at),
            id)
        == 1;
  }
}
