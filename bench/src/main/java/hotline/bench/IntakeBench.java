package hotline.bench;

import hotline.local.servers.MariaDbServer;
import hotline.local.servers.PulsarServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tickets taken in and dispatched to a unit at one node, by call takers and dispatchers who work at
 * the same time over HTTP: the node, its database and the broker are real processes here.
 */
final class IntakeBench {

  private static final int CLERKS = Integer.getInteger("hotline.bench.clerks", 12);
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration MEASURED = Duration.ofSeconds(20);
  private static final double MICROS_A_MILLI = 1000;

  private final Figures figures;

  /** No two appeals are the same: the node would refuse the second. */
  private final AtomicInteger appeals = new AtomicInteger();

  IntakeBench(Figures figures) {
    this.figures = figures;
  }

  void run() throws Exception {
    System.out.println(
        "bench intake: 1 node, 1 MariaDB server, 1 Pulsar broker, durable commits, "
            + CLERKS
            + " clerks at once, "
            + Runtime.getRuntime().availableProcessors()
            + " cores");
    try (ScratchFolder scratch = ScratchFolder.create();
        PulsarServer pulsar =
            PulsarServer.start(PulsarServer.Options.in(scratch.path().resolve("pulsar")));
        MariaDbServer database =
            MariaDbServer.start(MariaDbServer.Options.in(scratch.path().resolve("mariadb")))) {
      Path folder = scratch.path();
      database.createSchema("intake");
      String password = UUID.randomUUID().toString();
      try (RealNode node =
          RealNode.start(folder, database, "intake", pulsar.serviceUrl(), password)) {
        measure(node.port(), password, CommitBaseline.perSecond(database, CLERKS, MEASURED));
      }
    }
  }

  private void measure(int port, String password, double plainCommits) throws Exception {
    work(port, password, WARM_UP);
    long started = System.nanoTime();
    List<Long> micros = work(port, password, MEASURED);
    double seconds = (System.nanoTime() - started) / 1e9;
    Collections.sort(micros);
    // two calls a ticket: taken in, dispatched
    double tickets = micros.size() / 2 / seconds;
    figures.add("ticketsPerSecond", tickets, "accepted and dispatched");
    figures.add("callMillis.p50", at(micros, 0.5), "half of the calls took at most");
    figures.add("callMillis.p99", at(micros, 0.99), "99 of 100 calls took at most");
    figures.add(
        "baseline.plainCommitsPerSecond",
        plainCommits,
        "plain JDBC transactions/s of one row of "
            + CommitBaseline.ROW_BYTES
            + " bytes, as many writers");
    figures.add("commitShareKept", 2 * tickets / plainCommits, "calls per plain transaction");
  }

  /** All clerks work for a while; returns how long each call took, in microseconds. */
  private List<Long> work(int port, String password, Duration duration) throws Exception {
    long end = System.nanoTime() + duration.toNanos();
    ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
    try {
      List<Future<List<Long>>> all = new ArrayList<>();
      for (int i = 0; i < CLERKS; i++) {
        all.add(clerks.submit(() -> clerk(port, password, end)));
      }
      List<Long> micros = new ArrayList<>();
      for (Future<List<Long>> one : all) {
        micros.addAll(one.get());
      }
      return micros;
    } finally {
      clerks.shutdownNow();
    }
  }

  private List<Long> clerk(int port, String password, long end)
      throws IOException, InterruptedException {
    NodeCalls taker = NodeCalls.signIn(port, "huawu", password);
    NodeCalls dispatcher = NodeCalls.signIn(port, "paidan", password);
    List<Long> micros = new ArrayList<>();
    while (System.nanoTime() < end) {
      long from = System.nanoTime();
      String ticket = taker.register(appeals.incrementAndGet());
      long between = System.nanoTime();
      dispatcher.dispatch(ticket);
      micros.add((between - from) / 1000);
      micros.add((System.nanoTime() - between) / 1000);
    }
    return micros;
  }

  private static double at(List<Long> sorted, double share) {
    return sorted.get((int) (sorted.size() * share)) / MICROS_A_MILLI;
  }
}
