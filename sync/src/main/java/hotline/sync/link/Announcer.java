package hotline.sync.link;

import hotline.sync.NodeCode;
import hotline.sync.Threads;
import hotline.sync.trust.Address;
import hotline.sync.trust.NodeReports;
import hotline.sync.trust.NodeVersion;
import hotline.v1.AnnounceRequest;
import hotline.v1.AnnounceResponse;
import hotline.v1.TreeServiceGrpc;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the parent where this node is, what it runs and how those below it are, again and again: it
 * may have lost it, or another process of this node, the last one that told it, may have died.
 */
final class Announcer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Announcer.class);
  private static final Duration AGAIN = Duration.ofSeconds(5);
  private static final Duration REPEAT = Duration.ofSeconds(10);
  private static final long DEADLINE_SECONDS = 10;

  private final PeerChannels channels;
  private final NodeCode parent;
  private final Address own;
  private final NodeVersion version;
  private final NodeReports reports;
  private final Supplier<Set<NodeCode>> reached;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(Threads.named("link-announce"));
  private volatile boolean refused;

  Announcer(
      PeerChannels channels,
      NodeCode parent,
      Address own,
      NodeVersion version,
      NodeReports reports,
      Supplier<Set<NodeCode>> reached) {
    this.channels = channels;
    this.parent = parent;
    this.own = own;
    this.version = version;
    this.reports = reports;
    this.reached = reached;
  }

  void start() {
    executor.execute(this::announce);
  }

  /** Whether the parent's last answer was that this node is no child of it (any more). */
  boolean isRefused() {
    return refused;
  }

  private void announce() {
    Duration next = AGAIN;
    try {
      AnnounceResponse response =
          TreeServiceGrpc.newBlockingStub(channels.to(parent))
              .withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS)
              .announce(request());
      refused = false;
      reports.heardOfParent(
          parent, ReportWire.version(response.hasVersion(), response.getVersion()));
      next = REPEAT;
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.PERMISSION_DENIED && !refused) {
        refused = true;
        log.warn("The parent lets this node in no longer: {}", e.getStatus());
      }
      log.debug("The parent has not heard where this node is: {}", e.toString());
    } catch (RuntimeException e) {
      log.debug("The parent has not heard where this node is: {}", e.toString());
    }
    if (!executor.isShutdown()) {
      executor.schedule(this::announce, next.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private AnnounceRequest request() {
    AnnounceRequest.Builder request =
        AnnounceRequest.newBuilder()
            .setAddress(own.toString())
            .setVersion(ReportWire.toProto(version));
    reports.below(reached.get()).stream().map(ReportWire::toProto).forEach(request::addBelow);
    return request.build();
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
