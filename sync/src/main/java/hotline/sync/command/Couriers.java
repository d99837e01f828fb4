package hotline.sync.command;

import hotline.sync.NodeCode;
import hotline.sync.Threads;
import hotline.sync.Transactions;
import hotline.sync.jdbc.Lease;
import hotline.sync.link.PeerChannels;
import hotline.sync.trust.Tree;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The couriers of a node, one for each neighbour, and the lease by which one process of the node
 * lets them run.
 */
final class Couriers implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Couriers.class);
  private static final int THREADS = 4;
  private static final long STOP_SECONDS = 5;

  private final Transactions transactions;
  private final PeerChannels channels;
  private final Tree tree;
  private final OutcomeListener listener;
  private final CommandSettings settings;
  private final Clock clock;
  private final Lease lease;
  private final ExecutorService threads = Threads.pool("command-send", THREADS);
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Threads.named("command-timer"));
  private final Map<NodeCode, Courier> couriers = new ConcurrentHashMap<>();
  private volatile OptionalLong epoch = OptionalLong.empty();
  private long leaseCheckedAt;

  Couriers(
      Transactions transactions,
      PeerChannels channels,
      Tree tree,
      OutcomeListener listener,
      CommandSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.channels = channels;
    this.tree = tree;
    this.listener = listener;
    this.settings = settings;
    this.clock = clock;
    this.lease =
        new Lease(
            transactions, "command-sender", UUID.randomUUID().toString(), settings.leaseTerm());
  }

  void start() {
    timer.scheduleWithFixedDelay(this::tick, 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean isLeading() {
    return epoch.isPresent();
  }

  Courier to(NodeCode target) {
    return couriers.computeIfAbsent(target, this::newCourier);
  }

  private Courier newCourier(NodeCode target) {
    return new Courier(
        tree.self(),
        target,
        channels,
        new CourierStore(target, transactions, lease, listener, clock),
        settings,
        threads,
        timer,
        clock);
  }

  private void tick() {
    try {
      checkLease();
      OptionalLong current = epoch;
      if (current.isPresent()) {
        tree.parent().ifPresent(target -> run(target, current.getAsLong()));
        tree.children().forEach(target -> run(target, current.getAsLong()));
      }
    } catch (RuntimeException e) {
      log.warn("The command link cannot reach its database: {}", e.toString());
    }
  }

  private void run(NodeCode target, long current) {
    Courier courier = to(target);
    courier.lead(current);
    courier.tick();
  }

  /** Renewed at a third of its term; a holder that cannot renew it in time stops sending. */
  private void checkLease() {
    long now = clock.millis();
    if (epoch.isPresent() && now - leaseCheckedAt < settings.leaseTerm().toMillis() / 3) {
      return;
    }
    OptionalLong held;
    try {
      held = lease.acquireOrRenew();
    } catch (RuntimeException e) {
      if (now - leaseCheckedAt > settings.leaseTerm().toMillis()) {
        follow();
      }
      throw e;
    }
    leaseCheckedAt = now;
    if (held.isEmpty()) {
      follow();
    } else if (!held.equals(epoch)) {
      log.info("This process sends the commands of {}", tree.self());
      epoch = held;
    }
  }

  private void follow() {
    if (epoch.isPresent()) {
      log.info("Another process sends the commands of {}", tree.self());
      epoch = OptionalLong.empty();
      couriers.values().forEach(Courier::stepDown);
    }
  }

  /** Stops sending; what is on its way is repeated after the next start. */
  @Override
  public void close() {
    timer.shutdownNow();
    couriers.values().forEach(Courier::stepDown);
    Threads.stop(timer, STOP_SECONDS);
    Threads.stop(threads, STOP_SECONDS);
    if (epoch.isPresent()) {
      epoch = OptionalLong.empty();
      try {
        lease.release();
      } catch (RuntimeException e) {
        log.debug("The lease runs out by itself: {}", e.toString());
      }
    }
  }
}
