package hotline.sync.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One foreign stream at the receiver: holds back batches that came too early until those before
 * them are there. What it holds is bounded; what does not fit is forgotten and fetched again later.
 * Of the applier's thread, except where noted.
 */
final class StreamLane {

  private static final int PARKED_BYTES = 2 * 1024 * 1024;

  private final StreamId stream;
  private final TreeMap<Long, Batch> parked = new TreeMap<>();
  private final TreeMap<Long, String> poison = new TreeMap<>();
  private final LagHistogram lag = new LagHistogram();
  private int parkedBytes;
  private @Nullable Batch statement;
  private boolean statementKept = true;

  // read by any thread
  private volatile long received;
  private volatile long applied = -1;
  private volatile long statedPosition;
  private volatile long firstParked;
  private volatile String trouble = "";

  StreamLane(StreamId stream) {
    this.stream = stream;
  }

  StreamId stream() {
    return stream;
  }

  /** The highest position seen in a good batch since the start. From any thread. */
  long received() {
    return received;
  }

  /** The position up to which records are applied, -1 when not yet known. From any thread. */
  long applied() {
    return applied;
  }

  /** Why the stream does not go on; empty when it does. From any thread. */
  String trouble() {
    return trouble;
  }

  LagHistogram lag() {
    return lag;
  }

  /** Takes in a checked batch with its records. */
  void park(Batch batch) {
    received = Math.max(received, batch.lastPosition());
    note(batch);
    if (batch.lastPosition() <= applied) {
      return;
    }
    Batch other = parked.get(batch.firstPosition());
    if (other != null && other.lastPosition() >= batch.lastPosition()) {
      return;
    }
    put(batch);
    while (parkedBytes > PARKED_BYTES && parked.size() > 1) {
      remove(parked.lastKey());
    }
  }

  /** Takes note of what the origin said about its own stream. */
  void note(Batch said) {
    if (statement == null
        || Comparator.comparingLong(Batch::lastPosition)
                .thenComparingLong(Batch::statedAtMicros)
                .compare(said, statement)
            > 0) {
      statement = said;
      statementKept = false;
      statedPosition = said.lastPosition();
    }
  }

  /** The newest statement, if it has not been kept yet. */
  @Nullable Batch statementToKeep() {
    return statementKept ? null : statement;
  }

  /** Takes note of a statement that came behind the records that it speaks of. */
  void noteInOrder(Batch said) {
    received = Math.max(received, said.lastPosition());
    note(said);
  }

  /**
   * What can be applied behind {@code at}: pieces without gap or overlap, whose chain continues it.
   * Changes nothing but to drop what contradicts the chain.
   *
   * @param maxRecords how many records at most, at least 1
   */
  List<ReceivedPiece> connecting(StreamPoint at, long maxRecords) throws MalformedBatchException {
    List<ReceivedPiece> pieces = new ArrayList<>();
    long position = at.position();
    byte[] hash = at.hash();
    long left = maxRecords;
    for (Batch batch : new ArrayList<>(parked.values())) {
      if (batch.lastPosition() <= position) {
        continue;
      }
      if (batch.firstPosition() > position + 1 || left <= 0) {
        break;
      }
      byte[] before =
          batch.firstPosition() == position + 1 ? batch.previousHash() : batch.hashAt(position);
      if (!Arrays.equals(before, hash)) {
        remove(batch.firstPosition());
        trouble = "the origin's chain does not continue ours behind position " + position;
        break;
      }
      long to = Math.min(batch.lastPosition(), position + left);
      hash = batch.hashAt(to);
      pieces.add(new ReceivedPiece(batch, position + 1, to, hash));
      left -= to - position;
      position = to;
    }
    return pieces;
  }

  /** The records up to {@code position} are applied and committed. */
  void applied(long position) {
    if (position > applied && applied >= 0) {
      trouble = "";
    }
    applied = position;
    received = Math.max(received, position);
    while (!parked.isEmpty() && parked.firstEntry().getValue().lastPosition() <= position) {
      remove(parked.firstKey());
    }
    poison.headMap(position, true).clear();
  }

  void statementKept(Batch kept) {
    if (kept == statement) {
      statementKept = true;
    }
  }

  /** Whether something held back can be applied now. */
  boolean canGoOn() {
    return !parked.isEmpty() && parked.firstKey() <= applied + 1;
  }

  /** Whether records must have been lost, rather than being on their way. */
  boolean hasGap() {
    return received > applied;
  }

  /** The position up to which records are missing, 0 when none are known to be. From any thread. */
  long missingUpTo() {
    long wanted = firstParked > applied ? firstParked - 1 : Math.max(statedPosition, received);
    return wanted > applied ? wanted : 0;
  }

  /** Positions of records that cannot be applied, with the reasons. */
  TreeMap<Long, String> poison() {
    return poison;
  }

  private void put(Batch batch) {
    remove(batch.firstPosition());
    parked.put(batch.firstPosition(), batch);
    parkedBytes += batch.bytes().length;
    firstParked = parked.firstKey();
  }

  private void remove(long firstPosition) {
    Batch removed = parked.remove(firstPosition);
    if (removed != null) {
      parkedBytes -= removed.bytes().length;
      firstParked = parked.isEmpty() ? 0 : parked.firstKey();
    }
  }
}
