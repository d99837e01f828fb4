package hotline.sync.stream;

import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** The journal as a table. */
final class JdbcJournal implements Journal {

  private final JournalStore store;
  private final Clock clock;
  private final Runnable wake;

  JdbcJournal(JournalStore store, Clock clock, Runnable wake) {
    this.store = store;
    this.clock = clock;
    this.wake = wake;
  }

  @Override
  public void append(Tx tx, List<JournalEntry> entries) {
    long now = Micros.of(clock.instant());
    try {
      for (int from = 0; from < entries.size(); ) {
        String stream = StreamId.checkName(entries.get(from).stream());
        int to = from + 1;
        while (to < entries.size() && entries.get(to).stream().equals(stream)) {
          to++;
        }
        for (byte[] row : RecordPacker.pack(entries.subList(from, to), now)) {
          store.append(tx, stream, row);
        }
        from = to;
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
    if (!entries.isEmpty()) {
      tx.afterCommit(wake);
    }
  }
}
