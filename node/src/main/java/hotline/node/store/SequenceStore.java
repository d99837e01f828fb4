package hotline.node.store;

import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** Gives out ticket numbers in blocks. */
@Singleton
public final class SequenceStore {

  /** Reserves {@code size} numbers of a day for good; returns the last of them. */
  public int reserve(Tx tx, LocalDate day, int size) {
    Sql.update(
        tx,
        "INSERT INTO ticket_sequence (day, last) VALUES (?, LAST_INSERT_ID(?))"
            + " ON DUPLICATE KEY UPDATE last = LAST_INSERT_ID(last + ?)",
        day,
        size,
        size);
    return (int) Sql.number(tx, "SELECT LAST_INSERT_ID()");
  }
}
