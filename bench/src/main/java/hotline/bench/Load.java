package hotline.bench;

import hotline.sync.stream.JournalEntry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Writes records at the child in the ways that the benchmark measures. */
final class Load {

  private static final byte[] NO_PERSONAL = {};
  private static final int MASK = (1 << 22) - 1;

  private final BenchNode child;
  private final BenchTable table = new BenchTable();
  private final AtomicLong ids = new AtomicLong();
  private final AtomicLongArray committedAt = new AtomicLongArray(MASK + 1);

  Load(BenchNode child) {
    this.child = child;
  }

  long written() {
    return ids.get();
  }

  long committedAt(long id) {
    return committedAt.get((int) id & MASK);
  }

  /** One business transaction of one record. */
  long one() {
    long id = ids.incrementAndGet();
    byte[] body = table.body(id);
    try {
      child
          .transactions()
          .<SQLException>run(
              tx -> {
                table.insert(tx, id, body);
                child
                    .engine()
                    .journal()
                    .append(tx, List.of(JournalEntry.uplink(body, NO_PERSONAL)));
              });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    committedAt.set((int) id & MASK, System.nanoTime());
    return id;
  }

  /** Transactions of {@code perTransaction} records, one after the other. */
  void many(long records, int perTransaction, boolean journaled) {
    for (long left = records; left > 0; left -= perTransaction) {
      int size = (int) Math.min(left, perTransaction);
      long first = ids.getAndAdd(size) + 1;
      List<byte[]> bodies = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        bodies.add(table.body(first + i));
      }
      try {
        child
            .transactions()
            .<SQLException>run(
                tx -> {
                  table.insertBatch(tx, first, bodies);
                  if (journaled) {
                    List<JournalEntry> entries = new ArrayList<>(size);
                    for (byte[] body : bodies) {
                      entries.add(JournalEntry.uplink(body, NO_PERSONAL));
                    }
                    child.engine().journal().append(tx, entries);
                  }
                });
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** One record every {@code 1 / perSecond} seconds, whatever happens. */
  void paced(int perSecond, long records) throws InterruptedException {
    var timer = Executors.newScheduledThreadPool(4);
    CountDownLatch done = new CountDownLatch((int) records);
    var ticking =
        timer.scheduleAtFixedRate(
            () -> {
              if (done.getCount() > 0) {
                one();
                done.countDown();
              }
            },
            0,
            1_000_000_000L / perSecond,
            TimeUnit.NANOSECONDS);
    done.await();
    ticking.cancel(false);
    timer.shutdown();
    timer.awaitTermination(10, TimeUnit.SECONDS);
  }

  /**
   * Single-record transactions by many threads at once for a while.
   *
   * @param gate waits while the far end is too far behind
   */
  void concurrent(int threads, long nanos, Runnable gate)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    long end = System.nanoTime() + nanos;
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      writers.add(
          pool.submit(
              () -> {
                while (System.nanoTime() < end) {
                  gate.run();
                  one();
                }
              }));
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
    pool.shutdown();
  }
}
