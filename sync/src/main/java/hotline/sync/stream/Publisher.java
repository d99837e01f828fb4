package hotline.sync.stream;

import hotline.sync.Transactions;
import hotline.sync.trust.BatchSigner;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pulsar.client.api.PulsarClientException;

/**
 * Sends one own stream to its topic, in order, and keeps how far the broker has confirmed it. After
 * a crash it begins again behind the position that it last kept: receivers drop what they have
 * seen.
 */
final class Publisher extends Worker {

  private static final int HANDED_BYTES = 8 * 1024 * 1024;
  private static final int READ_BYTES = 2 * 1024 * 1024;
  private static final int WINDOW_BYTES = 16 * 1024 * 1024;
  private static final Duration IDLE_WAIT = Duration.ofMillis(100);

  private final StreamId stream;
  private final Transactions transactions;
  private final JournalStore store;
  private final OutboundTopic topic;
  private final BatchSigner signer;
  private final Clock clock;
  private final Tuning tuning;
  private final Failpoints failpoints;
  private final LinkScope scope;
  private final Signal signal = new Signal();
  private final InFlightWindow window = new InFlightWindow(WINDOW_BYTES);
  private final Deque<SequencedBatch> read = new ArrayDeque<>();

  // guarded by this
  private final Deque<SequencedBatch> handed = new ArrayDeque<>();
  private int handedBytes;
  private StreamPoint head = StreamPoint.start();
  private long confirmed;
  private int generation;
  private boolean rewind;

  // of the worker's thread
  private boolean loaded;
  private long next;
  private long kept;
  private long keptAtNanos = System.nanoTime();
  private long sentAtNanos = System.nanoTime();
  private long statedPosition = -1;

  Publisher(
      String name,
      StreamId stream,
      Transactions transactions,
      JournalStore store,
      OutboundTopic topic,
      BatchSigner signer,
      Clock clock,
      Tuning tuning,
      Failpoints failpoints,
      LinkScope scope) {
    super(name);
    this.stream = stream;
    this.transactions = transactions;
    this.store = store;
    this.topic = topic;
    this.signer = signer;
    this.clock = clock;
    this.tuning = tuning;
    this.failpoints = failpoints;
    this.scope = scope;
  }

  StreamId stream() {
    return stream;
  }

  /** Takes over what has just been sequenced, so that it need not be read again. */
  void offer(List<SequencedBatch> batches) {
    synchronized (this) {
      for (SequencedBatch batch : batches) {
        if (!batch.stream().equals(stream.name())) {
          continue;
        }
        head = new StreamPoint(batch.lastPosition(), batch.lastHash(), batch.appendedAtMicros());
        handed.add(batch);
        handedBytes += batch.records().length;
      }
      if (handedBytes > HANDED_BYTES) {
        // far behind: what does not fit is read from the table when its turn comes
        handed.clear();
        handedBytes = 0;
      }
    }
    signal.raise();
  }

  /** The last position that the broker has confirmed, as far as is known. */
  synchronized long confirmed() {
    return confirmed;
  }

  @Override
  void round() throws Exception {
    if (!loaded) {
      load();
    }
    rewindIfAsked();
    List<SequencedBatch> batches = nextBatches();
    keepConfirmed(false);
    if (!batches.isEmpty()) {
      send(batches);
    } else {
      stateHeadIfDue();
      signal.await(IDLE_WAIT);
    }
  }

  private void load() throws SQLException {
    transactions.<SQLException>run(
        tx -> {
          kept = store.confirmed(tx, stream.name());
          StreamPoint stored = store.heads(tx).getOrDefault(stream.name(), StreamPoint.start());
          synchronized (this) {
            if (stored.position() > head.position()) {
              head = stored;
            }
            confirmed = kept;
          }
        });
    next = kept + 1;
    loaded = true;
  }

  private synchronized void rewindIfAsked() {
    if (rewind) {
      rewind = false;
      generation++;
      next = confirmed + 1;
      read.clear();
    }
  }

  /** Consecutive batches from {@code next} on that fill one message; empty when there are none. */
  private List<SequencedBatch> nextBatches() throws SQLException {
    long headPosition;
    synchronized (this) {
      dropBefore(next);
      if (!handed.isEmpty() && handed.peekFirst().firstPosition() <= next) {
        List<SequencedBatch> taken = take(handed);
        for (SequencedBatch batch : taken) {
          handedBytes -= batch.records().length;
        }
        return taken;
      }
      headPosition = head.position();
    }
    while (!read.isEmpty() && read.peekFirst().lastPosition() < next) {
      read.removeFirst();
    }
    if (read.isEmpty() && headPosition >= next) {
      read.addAll(
          transactions.<List<SequencedBatch>, SQLException>call(
              tx -> store.batchesFrom(tx, stream.name(), next, READ_BYTES)));
    }
    return take(read);
  }

  private void dropBefore(long position) {
    while (!handed.isEmpty() && handed.peekFirst().lastPosition() < position) {
      handedBytes -= handed.removeFirst().records().length;
    }
  }

  private List<SequencedBatch> take(Deque<SequencedBatch> from) {
    List<SequencedBatch> taken = new ArrayList<>();
    int bytes = 0;
    long expected = -1;
    while (!from.isEmpty()) {
      SequencedBatch batch = from.peekFirst();
      boolean fits = taken.isEmpty() || bytes + batch.records().length <= tuning.batchBytes();
      if (!fits || (expected >= 0 && batch.firstPosition() != expected)) {
        break;
      }
      taken.add(from.removeFirst());
      bytes += batch.records().length;
      expected = batch.lastPosition() + 1;
    }
    return taken;
  }

  private void send(List<SequencedBatch> batches) throws Exception {
    byte[] message =
        Masking.apply(scope, OwnBatches.sign(stream, batches, signer, Micros.of(clock.instant())));
    long first = batches.get(0).firstPosition();
    long last = batches.get(batches.size() - 1).lastPosition();
    while (!window.tryEnter(message.length)) {
      keepConfirmed(false);
      if (isClosed()) {
        return;
      }
    }
    int sentIn;
    synchronized (this) {
      sentIn = generation;
    }
    try {
      topic
          .send(message)
          .whenComplete(
              (done, failure) -> {
                window.leave(message.length);
                confirm(sentIn, first, last, failure == null);
              });
    } catch (PulsarClientException e) {
      window.leave(message.length);
      synchronized (this) {
        rewind = true;
      }
      throw e;
    }
    next = last + 1;
    sentAtNanos = System.nanoTime();
  }

  private synchronized void confirm(int sentIn, long first, long last, boolean success) {
    if (sentIn != generation) {
      return;
    }
    if (success && first <= confirmed + 1) {
      confirmed = Math.max(confirmed, last);
    } else {
      rewind = true;
    }
    signal.raise();
  }

  private void keepConfirmed(boolean now) throws SQLException {
    long position = confirmed();
    boolean due = System.nanoTime() - keptAtNanos > tuning.confirmInterval().toNanos();
    if (position == kept || !(due || now)) {
      return;
    }
    failpoints.reached(Failpoints.Point.PUBLISHED);
    transactions.<SQLException>run(tx -> store.confirm(tx, stream.name(), position));
    kept = position;
    keptAtNanos = System.nanoTime();
  }

  /** Says how far the stream goes, so that a receiver notices a tail that it never got. */
  private void stateHeadIfDue() throws PulsarClientException {
    StreamPoint at;
    synchronized (this) {
      at = head;
    }
    Duration quiet = Duration.ofNanos(System.nanoTime() - sentAtNanos);
    Duration wait = statedPosition == at.position() ? tuning.heartbeat() : tuning.idleStatement();
    if (at.position() != next - 1 || at.position() == 0 || quiet.compareTo(wait) < 0) {
      return;
    }
    byte[] statement = OwnBatches.state(stream, at, signer, Micros.of(clock.instant()));
    topic.send(statement).exceptionally(failure -> null);
    statedPosition = at.position();
    sentAtNanos = System.nanoTime();
  }

  @Override
  void finish() throws Exception {
    if (loaded) {
      keepConfirmed(true);
    }
  }
}
