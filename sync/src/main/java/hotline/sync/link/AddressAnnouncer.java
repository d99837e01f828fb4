package hotline.sync.link;

import hotline.sync.NodeCode;
import hotline.sync.Threads;
import hotline.sync.trust.Address;
import hotline.v1.AnnounceRequest;
import hotline.v1.TreeServiceGrpc;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the parent where this node is, again and again: it may have lost it, or another process of
 * this node, the last one that told it, may have died.
 */
final class AddressAnnouncer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AddressAnnouncer.class);
  private static final Duration AGAIN = Duration.ofSeconds(5);
  private static final Duration REPEAT = Duration.ofSeconds(30);
  private static final long DEADLINE_SECONDS = 10;

  private final PeerChannels channels;
  private final NodeCode parent;
  private final Address own;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(Threads.named("link-announce"));

  AddressAnnouncer(PeerChannels channels, NodeCode parent, Address own) {
    this.channels = channels;
    this.parent = parent;
    this.own = own;
  }

  void start() {
    executor.execute(this::announce);
  }

  private void announce() {
    Duration next = AGAIN;
    try {
      TreeServiceGrpc.newBlockingStub(channels.to(parent))
          .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
          .announce(AnnounceRequest.newBuilder().setAddress(own.toString()).build());
      next = REPEAT;
    } catch (RuntimeException e) {
      log.debug("The parent has not heard where this node is: {}", e.toString());
    }
    if (!executor.isShutdown()) {
      executor.schedule(this::announce, next.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
