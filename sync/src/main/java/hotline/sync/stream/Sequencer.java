package hotline.sync.stream;

import hotline.sync.Transactions;
import hotline.sync.Tx;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gives committed journal rows their positions. It keeps no cursor: whatever is in the table and
 * committed has no position yet, so a row that commits late is found late, but found.
 */
final class Sequencer extends Worker {

  private static final int ROUND_ROWS = 512;
  private static final int ROUND_BYTES = 1024 * 1024;

  private final Transactions transactions;
  private final JournalStore store;
  private final Tuning tuning;
  private final Signal signal;
  private final String lease;
  private final long epoch;
  private final Consumer<List<SequencedBatch>> sequenced;
  private final Failpoints failpoints;
  private final Map<String, StreamPoint> heads = new HashMap<>();
  private final Pacer pacer;

  /**
   * A sequencer for the time of one lease.
   *
   * @param signal raised after a commit
   * @param sequenced gets the batches after they are committed, in order
   */
  Sequencer(
      String name,
      Transactions transactions,
      JournalStore store,
      Tuning tuning,
      Signal signal,
      String lease,
      long epoch,
      Consumer<List<SequencedBatch>> sequenced,
      Failpoints failpoints) {
    super(name);
    this.transactions = transactions;
    this.store = store;
    this.tuning = tuning;
    this.signal = signal;
    this.lease = lease;
    this.epoch = epoch;
    this.sequenced = sequenced;
    this.failpoints = failpoints;
    this.pacer = new Pacer(tuning.pace(), System.nanoTime());
  }

  @Override
  void round() throws Exception {
    signal.await(tuning.poll());
    long began = System.nanoTime();
    Round round = sequence();
    int rows = round.rows();
    while (round.full() && !isClosed()) {
      round = sequence();
      rows += round.rows();
    }
    Duration left = pacer.after(rows, began).minusNanos(System.nanoTime() - began);
    if (rows > 0 && left.compareTo(Duration.ZERO) > 0) {
      pause(left);
    }
  }

  private Round sequence() throws SQLException {
    Round round;
    try {
      round = transactions.<Round, SQLException>call(this::sequence);
    } catch (SQLException | RuntimeException e) {
      // whether it committed is unknown: read the heads again
      heads.clear();
      throw e;
    }
    if (!round.batches().isEmpty()) {
      for (SequencedBatch batch : round.batches()) {
        heads.put(
            batch.stream(),
            new StreamPoint(batch.lastPosition(), batch.lastHash(), batch.appendedAtMicros()));
      }
      failpoints.reached(Failpoints.Point.SEQUENCED);
      sequenced.accept(round.batches());
    }
    return round;
  }

  private Round sequence(Tx tx) throws SQLException {
    List<JournalRow> rows = store.waiting(tx, ROUND_ROWS);
    List<Long> taken = new ArrayList<>(rows.size());
    Map<String, Growing> growing = new LinkedHashMap<>();
    int bytes = 0;
    for (JournalRow row : rows) {
      if (bytes > 0 && bytes + row.size() > ROUND_BYTES) {
        break;
      }
      bytes += row.size();
      byte[] records = row.records() != null ? row.records() : store.load(tx, row.id());
      growing.computeIfAbsent(row.stream(), s -> new Growing()).add(records);
      taken.add(row.id());
    }
    if (taken.isEmpty()) {
      return new Round(0, false, List.of());
    }
    List<SequencedBatch> batches = new ArrayList<>();
    for (Map.Entry<String, Growing> entry : growing.entrySet()) {
      String stream = entry.getKey();
      StreamPoint before = head(tx, stream);
      StreamPoint head = before;
      for (byte[] records : entry.getValue().pieces()) {
        SequencedBatch batch = chain(stream, head, records);
        store.insert(tx, batch);
        batches.add(batch);
        head = new StreamPoint(batch.lastPosition(), batch.lastHash(), batch.appendedAtMicros());
      }
      store.advanceHead(tx, stream, before.position(), head, lease, epoch);
    }
    store.remove(tx, taken);
    boolean more = taken.size() < rows.size() || rows.size() == ROUND_ROWS;
    return new Round(taken.size(), more, batches);
  }

  private StreamPoint head(Tx tx, String stream) throws SQLException {
    StreamPoint known = heads.get(stream);
    if (known != null) {
      return known;
    }
    store.createHead(tx, stream);
    return store.heads(tx).getOrDefault(stream, StreamPoint.start());
  }

  private static SequencedBatch chain(String stream, StreamPoint head, byte[] records) {
    try {
      PackedRecords packed = PackedRecords.of(records);
      byte[] hash = packed.hashAfter(packed.count(), head.hash());
      long appendedAt = packed.get(packed.count() - 1).appendedAtMicros();
      return new SequencedBatch(
          stream,
          head.position() + 1,
          head.position() + packed.count(),
          head.hash(),
          hash,
          appendedAt,
          records);
    } catch (MalformedBatchException e) {
      throw new IllegalStateException("the journal of stream " + stream + " is damaged", e);
    }
  }

  /** What one transaction did; full when there was more than it took. */
  private record Round(int rows, boolean full, List<SequencedBatch> batches) {}

  /** The packed records of one stream in this round, cut into batches. */
  private final class Growing {

    private final List<byte[]> full = new ArrayList<>();
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();

    void add(byte[] records) {
      if (open.size() > 0 && open.size() + records.length > tuning.batchBytes()) {
        full.add(open.toByteArray());
        open.reset();
      }
      open.writeBytes(records);
    }

    List<byte[]> pieces() {
      if (open.size() > 0) {
        full.add(open.toByteArray());
        open.reset();
      }
      return full;
    }
  }
}
