package hotline.sync.stream;

import hotline.sync.Transactions;
import hotline.sync.Tx;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins the manifests of many small ranges into one of a large range, in which each entity stands
 * once. Changes nothing of what they prove; the open end of the stream stays as it is.
 */
final class ManifestSealer {

  private static final int ROWS = 1_000;

  private final Transactions transactions;
  private final ManifestStore store;
  private final StreamId stream;
  private final int positions;

  /**
   * A sealer of one stream.
   *
   * @param positions with how many a range is large enough
   */
  ManifestSealer(Transactions transactions, ManifestStore store, StreamId stream, int positions) {
    this.transactions = transactions;
    this.store = store;
    this.stream = stream;
    this.positions = positions;
  }

  void run() throws SQLException {
    long at = 0;
    while (at >= 0) {
      long from = at;
      at = transactions.<Long, SQLException>call(tx -> sealNext(tx, from));
    }
  }

  /** Seals one run of small ranges; returns where to go on, -1 at the open end. */
  private long sealNext(Tx tx, long from) throws SQLException {
    List<ManifestStore.Range> ranges = store.lockSmaller(tx, stream, from, positions, ROWS);
    if (ranges.isEmpty()) {
      return -1;
    }
    int count = 1;
    while (count < ranges.size()
        && ranges.get(count).first() == ranges.get(count - 1).last() + 1
        && !isLarge(ranges.get(0), ranges.get(count - 1))) {
      count++;
    }
    boolean ended =
        count < ranges.size() || count == ROWS || isLarge(ranges.get(0), ranges.get(count - 1));
    return ended ? seal(tx, ranges.subList(0, count)) : -1;
  }

  private boolean isLarge(ManifestStore.Range first, ManifestStore.Range last) {
    return last.last() - first.first() + 1 >= positions;
  }

  private long seal(Tx tx, List<ManifestStore.Range> run) throws SQLException {
    long first = run.get(0).first();
    long last = first - 1;
    List<AppliedEntity> entities = new ArrayList<>();
    int sound = 0;
    for (ManifestStore.Row row :
        store.inOrder(tx, stream, first, run.get(run.size() - 1).first())) {
      try {
        entities.addAll(row.read().entities());
      } catch (MalformedBatchException e) {
        // left as it is, for the comparison to find
        break;
      }
      last = row.last();
      sound++;
    }
    if (sound > 1) {
      store.seal(tx, stream, Manifest.of(first, last, entities));
    }
    return sound > 0 ? last + 1 : run.get(0).last() + 1;
  }
}
