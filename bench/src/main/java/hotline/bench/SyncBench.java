package hotline.bench;

import hotline.local.servers.PulsarServer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The record stream over two hops: child, middle and top with a database server each, one broker,
 * all on this machine.
 */
final class SyncBench {

  private static final int PER_TRANSACTION = 500;
  private static final int COMMITTERS = Integer.getInteger("hotline.bench.committers", 16);
  private static final long LAG_LIMIT_NANOS = 400_000_000L;

  private final Figures figures;
  private final Set<String> parts;

  /**
   * A run.
   *
   * @param parts which measurements to take: lag, bulk, catchup, commits, share, pulsar
   */
  SyncBench(Figures figures, Set<String> parts) {
    this.figures = figures;
    this.parts = parts;
  }

  void run() throws Exception {
    System.out.println(
        "bench sync: 3 MariaDB servers, 1 Pulsar broker, durable commits, records of "
            + BenchTable.RECORD_BYTES
            + " bytes, "
            + Runtime.getRuntime().availableProcessors()
            + " cores");
    try (ScratchFolder scratch = ScratchFolder.create();
        PulsarServer pulsar =
            PulsarServer.start(PulsarServer.Options.in(scratch.path().resolve("pulsar")));
        BenchNode top =
            BenchNode.root(scratch.path().resolve("top"), "620000", pulsar.serviceUrl());
        BenchNode middle =
            BenchNode.below(top, scratch.path().resolve("middle"), "621000", pulsar.serviceUrl());
        BenchNode child =
            BenchNode.below(
                middle, scratch.path().resolve("child"), "621002", pulsar.serviceUrl())) {
      Load load = new Load(child);
      warmUp(load, top);
      if (parts.contains("lag")) {
        lag(load, top);
      }
      if (parts.contains("bulk")) {
        bulk(load, top);
      }
      if (parts.contains("catchup")) {
        catchUp(load, middle, top);
      }
      if (parts.contains("commits")) {
        commits(load, top);
      }
      check(load, child, middle, top);
      if (parts.contains("share")) {
        insertShare(load, child, middle, top);
      }
      if (parts.contains("pulsar")) {
        figures.add(
            "baseline.pulsarPerSecond",
            PulsarBaseline.perSecond(pulsar.serviceUrl(), 300_000),
            "Pulsar alone: publish and consume, records/s");
      }
    }
  }

  private static void warmUp(Load load, BenchNode top) throws Exception {
    load.many(40_000, PER_TRANSACTION, true);
    load.concurrent(COMMITTERS, TimeUnit.SECONDS.toNanos(15), () -> {});
    awaitAll(load, top);
    load.paced(200, 1000);
    awaitAll(load, top);
  }

  private void lag(Load load, BenchNode top) throws Exception {
    long before = load.written();
    CpuMeter cpu = new CpuMeter();
    load.paced(200, 4000);
    awaitAll(load, top);
    String cost = cpu.perRecord(4000);
    double[] lags = new double[(int) (load.written() - before)];
    for (int i = 0; i < lags.length; i++) {
      long id = before + 1 + i;
      lags[i] = Math.max(0, top.arrivals().visibleAt(id) - load.committedAt(id)) / 1e6;
    }
    Arrays.sort(lags);
    figures.add("lagMillis.p50", lags[lags.length / 2], "ms over two hops at 200 records/s");
    figures.add("lagMillis.p99", lags[lags.length * 99 / 100], "ms over two hops, 99 of 100");
    System.out.printf("    (%s)%n", cost);
  }

  private void bulk(Load load, BenchNode top) throws Exception {
    int records = 400_000;
    CpuMeter cpu = new CpuMeter();
    long began = System.nanoTime();
    load.many(records, PER_TRANSACTION, true);
    double written = seconds(began);
    awaitAll(load, top);
    figures.add("bulkPerSecond", records / seconds(began), "records/s child to top");
    System.out.printf(
        Locale.ROOT,
        "    (written at the child at %,.0f/s; %s)%n",
        records / written,
        cpu.perRecord(records));
  }

  private void catchUp(Load load, BenchNode middle, BenchNode top) throws Exception {
    int records = 400_000;
    middle.stop();
    load.many(records, PER_TRANSACTION, true);
    long began = System.nanoTime();
    middle.restart();
    awaitAll(load, top);
    figures.add(
        "catchUpPerSecond",
        records / seconds(began),
        "records/s at the top after the middle was away, its start included");
  }

  private void commits(Load load, BenchNode top) throws Exception {
    Arrivals arrivals = top.arrivals();
    long[] worst = new long[1];
    Thread watch =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                worst[0] = Math.max(worst[0], behind(load, arrivals));
                LockSupport.parkNanos(1_000_000);
              }
            });
    CpuMeter cpu = new CpuMeter();
    long before = load.written();
    long began = System.nanoTime();
    watch.start();
    load.concurrent(
        COMMITTERS,
        TimeUnit.SECONDS.toNanos(15),
        () -> {
          while (behind(load, arrivals) > LAG_LIMIT_NANOS) {
            LockSupport.parkNanos(2_000_000);
          }
        });
    long commits = load.written() - before;
    double rate = commits / seconds(began);
    String cost = cpu.perRecord(commits);
    watch.interrupt();
    watch.join();
    awaitAll(load, top);
    figures.add("commitsPerSecond", rate, "commits/s of one record, top less than 0.5 s behind");
    System.out.printf(Locale.ROOT, "    (top at most %.0f ms behind; %s)%n", worst[0] / 1e6, cost);
  }

  /** How old the newest record at the top is, if there are newer ones at the child. */
  private static long behind(Load load, Arrivals arrivals) {
    if (arrivals.count() >= load.written()) {
      return 0;
    }
    long committed = load.committedAt(arrivals.newest());
    return committed == 0 ? 0 : System.nanoTime() - committed;
  }

  private void insertShare(Load load, BenchNode child, BenchNode middle, BenchNode top)
      throws Exception {
    int records = 150_000;
    double plain = 0;
    double journaled = 0;
    double alone = 0;
    for (int round = 0; round < 3; round++) {
      long began = System.nanoTime();
      load.many(records, PER_TRANSACTION, false);
      plain += seconds(began);
      began = System.nanoTime();
      load.many(records, PER_TRANSACTION, true);
      journaled += seconds(began);
      awaitDrained(child);
    }
    middle.stop();
    top.stop();
    for (int round = 0; round < 3; round++) {
      long began = System.nanoTime();
      load.many(records, PER_TRANSACTION, true);
      alone += seconds(began);
      awaitDrained(child);
    }
    middle.restart();
    top.restart();
    figures.add(
        "baseline.plainInsertPerSecond",
        3 * records / plain,
        "plain JDBC batched inserts/s into one server");
    figures.add(
        "insertShareKept",
        plain / alone,
        "of it kept with the journal on: child journals, sequences, publishes");
    System.out.printf(
        Locale.ROOT,
        "    (%.2f while middle and top apply on the same cores)%n",
        plain / journaled);
  }

  private static void awaitDrained(BenchNode child) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (true) {
      var status = child.engine().status();
      var produced = status.produced().get(0);
      if (status.waiting() == 0 && produced.confirmed() == produced.position()) {
        return;
      }
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the child does not drain");
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  /** Figures count only if nothing was lost on the way. */
  private static void check(Load load, BenchNode child, BenchNode middle, BenchNode top) {
    long produced = child.engine().status().produced().get(0).position();
    for (BenchNode node : new BenchNode[] {middle, top}) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (true) {
        var received = node.engine().status().received().get(0);
        if (produced == load.written() && received.applied() == produced && received.headsAgree()) {
          break;
        }
        if (System.nanoTime() > end) {
          throw new IllegalStateException(
              "written " + load.written() + ", produced " + produced + ", received " + received);
        }
        LockSupport.parkNanos(100_000_000);
      }
    }
    System.out.printf(Locale.ROOT, "    (all %,d records at all nodes, heads agree)%n", produced);
  }

  private static void awaitAll(Load load, BenchNode top) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (top.arrivals().count() < load.written()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            top.arrivals().count() + " of " + load.written() + " records arrived");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static double seconds(long sinceNanoTime) {
    return (System.nanoTime() - sinceNanoTime) / 1e9;
  }
}
