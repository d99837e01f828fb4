package hotline.sync.stream;

import hotline.sync.Transactions;
import hotline.sync.Tx;
import hotline.sync.jdbc.DatabaseException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.pulsar.client.api.MessageId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies what arrives from one neighbour, many batches of several streams in one transaction: the
 * records, the archive and the position together. A message is acknowledged after the commit.
 */
final class Applier extends Worker {

  private static final Logger log = LoggerFactory.getLogger(Applier.class);
  private static final int GROUP_BYTES = 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final Transactions transactions;
  private final ReceivedStore received;
  private final SetAsideStore setAside;
  private final ManifestStore manifests;
  private final RecordApplier applier;
  private final Clock clock;
  private final Consumer<MessageId> acknowledge;
  private final Consumer<StreamId> missing;
  private final Failpoints failpoints;
  private final ArrivalQueue queue = new ArrivalQueue();
  private final Map<StreamId, StreamLane> lanes = new ConcurrentHashMap<>();

  // what a failed round has left to do
  private final Set<StreamLane> touched = new LinkedHashSet<>();
  private @Nullable MessageId toAcknowledge;

  /** How many records are still applied one by one, to find the one that fails. */
  private long isolating;

  /**
   * An applier for one neighbour.
   *
   * @param acknowledge acknowledges a message and all before it
   * @param missing told of a stream that cannot go on without being refilled
   */
  Applier(
      String name,
      Transactions transactions,
      ReceivedStore received,
      SetAsideStore setAside,
      ManifestStore manifests,
      RecordApplier applier,
      Clock clock,
      Consumer<MessageId> acknowledge,
      Consumer<StreamId> missing,
      Failpoints failpoints) {
    super(name);
    this.transactions = transactions;
    this.received = received;
    this.setAside = setAside;
    this.manifests = manifests;
    this.applier = applier;
    this.clock = clock;
    this.acknowledge = acknowledge;
    this.missing = missing;
    this.failpoints = failpoints;
  }

  ArrivalQueue queue() {
    return queue;
  }

  Collection<StreamLane> lanes() {
    return lanes.values();
  }

  @Nullable StreamLane lane(StreamId stream) {
    return lanes.get(stream);
  }

  @Override
  void round() throws Exception {
    if (touched.isEmpty()) {
      takeIn(queue.take(GROUP_BYTES, PATIENCE));
    }
    while (!touched.isEmpty()) {
      applyTouched();
    }
    if (toAcknowledge != null) {
      acknowledge.accept(toAcknowledge);
      toAcknowledge = null;
    }
  }

  private void takeIn(List<Arrival> arrivals) {
    for (Arrival arrival : arrivals) {
      if (arrival.batch() != null) {
        StreamLane lane = lanes.computeIfAbsent(arrival.batch().stream(), StreamLane::new);
        if (arrival.statementOnly() && arrival.acknowledge() != null) {
          lane.noteInOrder(arrival.batch());
        } else if (arrival.statementOnly()) {
          lane.note(arrival.batch());
        } else {
          lane.park(arrival.batch());
        }
        touched.add(lane);
      }
      if (arrival.acknowledge() != null) {
        toAcknowledge = arrival.acknowledge();
      }
    }
  }

  private void applyTouched() throws Exception {
    List<Outcome> outcomes;
    try {
      outcomes = transactions.<List<Outcome>, Exception>call(this::apply);
    } catch (Poisoned e) {
      log.warn("record {} of {} is set aside: {}", e.position, e.lane.stream(), e.getMessage());
      e.lane.poison().put(e.position, String.valueOf(e.getMessage()));
      isolating = 0;
      return;
    } catch (Unappliable e) {
      isolating = isolating > 0 ? isolating : e.records;
      log.warn(
          "{}: {}; looking for the record among {}", e.lane.stream(), e.getMessage(), e.records);
      return;
    }
    failpoints.reached(Failpoints.Point.APPLIED);
    for (Outcome outcome : outcomes) {
      settle(outcome);
    }
  }

  private void settle(Outcome outcome) throws MalformedBatchException {
    StreamLane lane = outcome.lane;
    lane.applied(outcome.position);
    if (outcome.statement != null) {
      lane.statementKept(outcome.statement);
    }
    long now = Micros.of(clock.instant());
    for (ReceivedPiece piece : outcome.pieces) {
      long behind = Math.max(0, now - ReceivedStore.appendedAt(piece));
      lane.lag().add(behind, piece.to() - piece.from() + 1);
      isolating = Math.max(0, isolating - (piece.to() - piece.from() + 1));
    }
    if (outcome.pieces.isEmpty() || !lane.canGoOn()) {
      touched.remove(lane);
      if (lane.hasGap()) {
        missing.accept(lane.stream());
      }
    }
  }

  private List<Outcome> apply(Tx tx) throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    long now = Micros.of(clock.instant());
    for (StreamLane lane : touched) {
      StreamPoint at = received.lock(tx, lane.stream());
      List<ReceivedPiece> pieces =
          lane.connecting(at, isolating > 0 ? 1 : Long.MAX_VALUE - at.position());
      Batch statement = lane.statementToKeep();
      if (!pieces.isEmpty()) {
        applyRecords(tx, lane, pieces, now);
        ReceivedPiece last = pieces.get(pieces.size() - 1);
        at = new StreamPoint(last.to(), last.hash(), ReceivedStore.appendedAt(last));
        received.archive(tx, lane.stream(), pieces, now);
        received.advance(tx, lane.stream(), at, now, statement);
      } else if (statement != null) {
        received.state(tx, lane.stream(), statement);
      }
      outcomes.add(new Outcome(lane, at.position(), pieces, statement));
    }
    return outcomes;
  }

  private void applyRecords(Tx tx, StreamLane lane, List<ReceivedPiece> pieces, long now)
      throws MalformedBatchException, SQLException {
    List<ReceivedRecord> records = new ArrayList<>();
    for (ReceivedPiece piece : pieces) {
      records.addAll(piece.batch().recordsBetween(piece.from(), piece.to()));
    }
    long first = pieces.get(0).from();
    long last = pieces.get(pieces.size() - 1).to();
    NavigableMap<Long, String> poison = lane.poison().subMap(first, true, last, true);
    List<AppliedEntity> entities = new ArrayList<>();
    int from = 0;
    for (Map.Entry<Long, String> poisoned : poison.entrySet()) {
      int index = (int) (poisoned.getKey() - first);
      entities.addAll(applyGood(tx, lane, records.subList(from, index)));
      setAside.add(tx, lane.stream(), records.get(index), poisoned.getValue(), now);
      from = index + 1;
    }
    entities.addAll(applyGood(tx, lane, records.subList(from, records.size())));
    manifests.add(tx, lane.stream(), ManifestStore.IN_ORDER, Manifest.of(first, last, entities));
  }

  private List<AppliedEntity> applyGood(Tx tx, StreamLane lane, List<ReceivedRecord> records) {
    if (records.isEmpty()) {
      return List.of();
    }
    long first = records.get(0).position();
    try {
      return applier.apply(tx, lane.stream(), records);
    } catch (PoisonRecordException e) {
      if (e.position() >= first && e.position() < first + records.size()) {
        throw new Poisoned(lane, e.position(), String.valueOf(e.getMessage()));
      }
      throw unappliable(lane, records, e);
    } catch (RuntimeException e) {
      if (DatabaseException.isTransient(e)) {
        throw e;
      }
      throw unappliable(lane, records, e);
    }
  }

  /** A failure that nobody foresaw: blamed on the record once it is alone. */
  private static RuntimeException unappliable(
      StreamLane lane, List<ReceivedRecord> records, Exception failure) {
    String reason = describe(failure);
    return records.size() == 1
        ? new Poisoned(lane, records.get(0).position(), reason)
        : new Unappliable(lane, records.size(), reason);
  }

  /** What a transaction did for one lane. */
  private record Outcome(
      StreamLane lane, long position, List<ReceivedPiece> pieces, @Nullable Batch statement) {}

  /** Rolls back: the transaction is run again without the record. */
  private static final class Poisoned extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StreamLane lane;
    private final long position;

    Poisoned(StreamLane lane, long position, String reason) {
      super(reason);
      this.lane = lane;
      this.position = position;
    }
  }

  /** Rolls back: one of these records fails, to be found by applying them one by one. */
  private static final class Unappliable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StreamLane lane;
    private final int records;

    Unappliable(StreamLane lane, int records, String reason) {
      super(reason);
      this.lane = lane;
      this.records = records;
    }
  }
}
