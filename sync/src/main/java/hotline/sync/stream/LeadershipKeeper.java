package hotline.sync.stream;

import hotline.sync.jdbc.DatabaseException;
import hotline.sync.jdbc.Lease;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds the lease, and leads for as long as it is held. */
final class LeadershipKeeper extends Worker {

  private static final String LEASE = "stream";

  private final StreamContext context;
  private final PulsarClients clients;
  private final Signal committed;
  private final Lease lease;
  private final Signal signal = new Signal();
  private volatile @Nullable Leadership leadership;
  private long renewedAtNanos = System.nanoTime();

  /**
   * A keeper, not yet started.
   *
   * @param committed raised when a transaction of this process has left records
   */
  LeadershipKeeper(StreamContext context, PulsarClients clients, Signal committed) {
    super("lead-" + context.tree().self());
    this.context = context;
    this.clients = clients;
    this.committed = committed;
    this.lease =
        new Lease(
            context.transactions(),
            LEASE,
            UUID.randomUUID().toString(),
            context.tuning().leaseTerm());
    signal.raise();
  }

  /** Looks now whether there is something to adjust. From any thread. */
  void wake() {
    signal.raise();
  }

  /** Empty while another process leads. */
  Optional<Leadership> leadership() {
    return Optional.ofNullable(leadership);
  }

  /** Stops as a crash would: nothing is flushed, and the lease runs out by itself. */
  void crash() {
    abandon();
    close();
    leadership().ifPresent(Leadership::abandon);
  }

  @Override
  void round() throws Exception {
    signal.await(context.tuning().leaseTerm().dividedBy(4));
    OptionalLong epoch = renew();
    Leadership current = leadership;
    if (current != null && (epoch.isEmpty() || epoch.getAsLong() != current.epoch())) {
      stepDown();
      current = null;
    }
    if (current == null && epoch.isPresent()) {
      Leadership next =
          new Leadership(
              context, clients.own(), clients.parents(), committed, LEASE, epoch.getAsLong());
      next.start();
      leadership = next;
    } else if (current != null) {
      current.adjust();
    }
  }

  /** The epoch; empty when another process holds the lease, or may by now. */
  private OptionalLong renew() {
    try {
      OptionalLong epoch = lease.acquireOrRenew();
      renewedAtNanos = System.nanoTime();
      return epoch;
    } catch (DatabaseException e) {
      Leadership current = leadership;
      boolean mayBeLost =
          System.nanoTime() - renewedAtNanos > context.tuning().leaseTerm().toNanos();
      if (current == null || mayBeLost) {
        stepDown();
        throw e;
      }
      return OptionalLong.of(current.epoch());
    }
  }

  private void stepDown() {
    Leadership current = leadership;
    leadership = null;
    if (current != null) {
      current.close();
    }
  }

  @Override
  void finish() {
    Leadership current = leadership;
    leadership = null;
    if (current != null) {
      current.close();
      lease.release();
    }
  }
}
