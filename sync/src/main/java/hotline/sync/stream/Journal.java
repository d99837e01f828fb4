package hotline.sync.stream;

import hotline.sync.Tx;
import java.util.List;

/**
 * Where a business transaction leaves what happened, for the sequencer to find once it has
 * committed.
 */
public interface Journal {

  /**
   * Writes the entries in the caller's transaction, in one statement. Entries of transactions that
   * exclude each other (they locked the same ticket's row first) get positions in commit order; so
   * do the entries of one call, in list order.
   *
   * <p>Safe to call at any rate; the sequencer is woken after the commit.
   */
  void append(Tx tx, List<JournalEntry> entries);
}
