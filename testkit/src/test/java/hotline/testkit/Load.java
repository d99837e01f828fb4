package hotline.testkit;

import hotline.local.demo.appeal.Appeal;
import hotline.local.demo.appeal.AppealGenerator;
import hotline.local.demo.appeal.IntakeNode;
import hotline.local.demo.client.ApiRefusal;
import hotline.local.demo.client.HttpNode;
import hotline.local.demo.client.TicketView;
import hotline.local.demo.scenario.Intake;
import hotline.local.demo.scenario.Scenario;
import hotline.local.demo.scenario.Tally;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * People at all nodes who take appeals in and work them while things break: who gets no answer
 * calls again, with the same number of the other system, and looks at the desks again.
 */
final class Load implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int WORKERS = 6;

  /** More than can come in while everything is struck once: the load must not run dry. */
  private static final int SUPPLY = 3_000;

  private final Network network;
  private final List<Appeal> appeals;
  private final Tally tally = new Tally();
  private final Scenario scenario;
  private final Map<String, String> tickets = new ConcurrentHashMap<>();
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicBoolean lastCall = new AtomicBoolean();
  private final AtomicBoolean enough = new AtomicBoolean();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final Thread intake = new Thread(this::takeIn, "load-intake");
  private final Thread work = new Thread(this::work, "load-work");

  Load(Network network, long seed) throws Exception {
    this.network = network;
    List<IntakeNode> nodes =
        network.nodes().stream()
            .map(node -> new IntakeNode(node.code(), node.spec().profile()))
            .toList();
    this.appeals =
        new AppealGenerator(
                seed, nodes, List.of("621002", "621000"), OffsetDateTime.now(Clock.systemUTC()))
            .generate(SUPPLY)
            .toList();
    this.scenario =
        new Scenario(
            network.nodes().stream().map(node -> node.client().http()).toList(),
            seed,
            WORKERS,
            PATIENCE,
            Clock.systemUTC(),
            tally);
  }

  void start() {
    intake.start();
    work.start();
  }

  /** How much has been done so far. */
  long acts() {
    return tally.acts();
  }

  /** How many appeals came in so far, answered for or not. */
  int begun() {
    return begun.get();
  }

  /** The ids of the tickets that were answered for, by the other system's number. */
  Map<String, String> tickets() {
    return tickets;
  }

  /**
   * Takes no more appeals in, and works those that came to their end.
   *
   * @return what stays open, by node and state
   */
  Map<String, Long> finish() throws Exception {
    lastCall.set(true);
    intake.join();
    enough.set(true);
    work.join();
    if (failure.get() != null) {
      throw new IllegalStateException("the load broke down", failure.get());
    }
    return scenario.finish();
  }

  /** What went wrong, in words; there are always some while things break. */
  List<String> problems() {
    return tally.problemTexts();
  }

  @Override
  public void close() {
    enough.set(true);
    intake.interrupt();
    work.interrupt();
    scenario.close();
  }

  private void takeIn() {
    try {
      for (Appeal appeal : appeals) {
        if (lastCall.get()) {
          return;
        }
        begun.incrementAndGet();
        tickets.put(appeal.externalId().number(), takeIn(appeal));
        pause();
      }
    } catch (ApiRefusal | InterruptedException | RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }

  private String takeIn(Appeal appeal) throws ApiRefusal, InterruptedException {
    HttpNode node = network.node(appeal.node()).client().http();
    while (true) {
      try {
        return node.post("huawu", "/api/tickets", Intake.registered(appeal), TicketView.class)
            .body()
            .id();
      } catch (IOException e) {
        pause();
      } catch (ApiRefusal e) {
        if (e.status() < 500) {
          throw e;
        }
        pause();
      }
    }
  }

  private void work() {
    while (!enough.get()) {
      try {
        scenario.finish();
      } catch (ApiRefusal | IOException | RuntimeException e) {
        // something is down: its people try again
      } catch (InterruptedException e) {
        return;
      }
      try {
        pause();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void pause() throws InterruptedException {
    LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
