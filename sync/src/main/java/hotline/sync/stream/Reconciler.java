package hotline.sync.stream;

import hotline.sync.NodeCode;
import hotline.sync.link.PeerChannels;
import hotline.v1.FetchRequest;
import hotline.v1.FetchResponse;
import hotline.v1.GetHeadsRequest;
import hotline.v1.SignedBatch;
import hotline.v1.StreamServiceGrpc;
import hotline.v1.StreamServiceGrpc.StreamServiceBlockingStub;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one neighbour how far the streams are that it brings, and fetches what the broker did not
 * bring: at once where the applier found a gap, and after two exchanges without progress where only
 * the origin's statement shows that something is missing.
 */
final class Reconciler extends Worker {

  private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
  private static final Duration CALL = Duration.ofSeconds(5);
  private static final Duration FETCH = Duration.ofSeconds(60);
  private static final Duration REORDERING = Duration.ofMillis(20);
  private static final long FETCH_POSITIONS = 50_000;

  private final NodeCode neighbour;
  private final PeerChannels channels;
  private final ArrivalGate gate;
  private final Applier applier;
  private final IntakeCounters counters;
  private final Duration interval;
  private final Supplier<GetHeadsRequest> question;
  private final Signal signal = new Signal();
  private final Set<StreamId> wanted = ConcurrentHashMap.newKeySet();
  private final Map<StreamId, Long> behindAt = new HashMap<>();
  private @Nullable Long exchangedAtNanos;
  private volatile long answeredAtNanos;
  private volatile boolean answered;

  Reconciler(
      String name,
      NodeCode neighbour,
      PeerChannels channels,
      ArrivalGate gate,
      Applier applier,
      IntakeCounters counters,
      Duration interval,
      Supplier<GetHeadsRequest> question) {
    super(name);
    this.neighbour = neighbour;
    this.channels = channels;
    this.gate = gate;
    this.applier = applier;
    this.counters = counters;
    this.interval = interval;
    this.question = question;
  }

  /** Asks for a stream to be refilled soon. From any thread. */
  void want(StreamId stream) {
    if (wanted.add(stream)) {
      signal.raise();
    }
  }

  /** How long ago the neighbour last answered; null when it never did. */
  @Nullable Duration sinceAnswer() {
    return answered ? Duration.ofNanos(System.nanoTime() - answeredAtNanos) : null;
  }

  @Override
  void round() throws Exception {
    signal.await(interval);
    Long last = exchangedAtNanos;
    if (last == null || System.nanoTime() - last >= interval.toNanos()) {
      exchangedAtNanos = System.nanoTime();
      exchangeHeads();
    }
    for (StreamId stream : Set.copyOf(wanted)) {
      if (isClosed()) {
        return;
      }
      wanted.remove(stream);
      refill(stream);
    }
  }

  private StreamServiceBlockingStub stub(Duration deadline) {
    return StreamServiceGrpc.newBlockingStub(channels.to(neighbour))
        .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void exchangeHeads() throws InterruptedException {
    var response = stub(CALL).getHeads(question.get());
    answeredAtNanos = System.nanoTime();
    answered = true;
    for (SignedBatch signed : response.getStatementsList()) {
      Batch statement = gate.admitStatement(signed.toByteArray());
      if (statement != null) {
        applier.queue().put(Arrival.statement(statement));
        compare(statement);
      }
    }
  }

  /** A stream that is behind at two exchanges and has not moved in between is not merely late. */
  private void compare(Batch statement) {
    StreamId stream = statement.stream();
    StreamLane lane = applier.lane(stream);
    long applied = lane == null ? -1 : lane.applied();
    if (applied >= statement.lastPosition()) {
      behindAt.remove(stream);
      return;
    }
    Long before = behindAt.put(stream, applied);
    if (before != null && before == applied) {
      wanted.add(stream);
    }
  }

  private void refill(StreamId stream) throws Exception {
    // shuffled messages often fill the gap by themselves
    pause(REORDERING);
    StreamLane lane = applier.lane(stream);
    while (lane != null && !isClosed()) {
      long applied = lane.applied();
      long to = Math.min(lane.missingUpTo(), applied + FETCH_POSITIONS);
      if (applied < 0 || to <= applied) {
        return;
      }
      log.info("fetching records {} to {} of {} from {}", applied + 1, to, stream, neighbour);
      try {
        long fetched = fetch(stream, applied + 1, to);
        if (fetched <= applied || !awaitApplied(lane, fetched)) {
          return;
        }
      } catch (RuntimeException e) {
        // asked again by the next heads exchange
        wanted.remove(stream);
        throw e;
      }
    }
  }

  /** Returns the last position that came. */
  private long fetch(StreamId stream, long from, long to) throws InterruptedException {
    Iterator<FetchResponse> responses =
        stub(FETCH)
            .fetch(
                FetchRequest.newBuilder()
                    .setOrigin(stream.origin().value())
                    .setStream(stream.name())
                    .setFromPosition(from)
                    .setToPosition(to)
                    .build());
    long last = 0;
    while (responses.hasNext()) {
      Batch batch = gate.admit(responses.next().getBatch().toByteArray());
      if (batch != null && batch.stream().equals(stream)) {
        counters.refilled.addAndGet(batch.count());
        last = Math.max(last, batch.lastPosition());
        applier.queue().put(Arrival.fetched(batch));
      }
    }
    return last;
  }

  /** Waits until the applier has got there; false when it gets stuck on the way. */
  private boolean awaitApplied(StreamLane lane, long position) throws InterruptedException {
    long seen = lane.applied();
    int patience = 200;
    while (lane.applied() < position && patience > 0) {
      pause(Duration.ofMillis(10));
      patience = lane.applied() > seen ? 200 : patience - 1;
      seen = lane.applied();
    }
    return lane.applied() >= position;
  }
}
