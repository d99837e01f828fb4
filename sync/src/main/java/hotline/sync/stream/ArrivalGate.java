package hotline.sync.stream;

import hotline.sync.NodeCode;
import hotline.sync.trust.BatchVerifier;
import hotline.sync.trust.UntrustedException;
import java.io.UncheckedIOException;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in from one neighbour what its origin signed and the neighbour may bring. */
final class ArrivalGate {

  private static final Logger log = LoggerFactory.getLogger(ArrivalGate.class);

  private final NodeCode neighbour;
  private final StreamRights rights;
  private final BatchCheck check;
  private final ToLongFunction<StreamId> applied;
  private final IntakeCounters counters;

  ArrivalGate(
      NodeCode neighbour,
      StreamRights rights,
      BatchVerifier verifier,
      ToLongFunction<StreamId> applied,
      IntakeCounters counters) {
    this.neighbour = neighbour;
    this.rights = rights;
    this.check = new BatchCheck(verifier);
    this.applied = applied;
    this.counters = counters;
  }

  /** The batch in {@code bytes} if it is good and new; null, counted and logged, if it is not. */
  @Nullable Batch admit(byte[] bytes) {
    try {
      Batch batch = Batch.parse(bytes);
      if (!refuseUnless(rights.mightBring(neighbour, batch.stream()), batch)) {
        return null;
      }
      if (batch.count() > 0 && batch.lastPosition() <= applied.applyAsLong(batch.stream())) {
        counters.repeated.addAndGet(batch.count());
        return null;
      }
      check.check(batch);
      return refuseUnless(rights.mayBring(neighbour, batch.stream()), batch) ? batch : null;
    } catch (MalformedBatchException | UntrustedException e) {
      counters.damaged.incrementAndGet();
      log.warn("dropped a batch that came through {}: {}", neighbour, e.getMessage());
      return null;
    } catch (UncheckedIOException e) {
      // the heads exchange will show what is missing, and by then the certificate may be there
      log.warn("cannot check a batch that came through {} now: {}", neighbour, e.getMessage());
      return null;
    }
  }

  /** Like {@link #admit}, for a head statement: records are neither expected nor looked at. */
  @Nullable Batch admitStatement(byte[] bytes) {
    try {
      Batch batch = Batch.parse(bytes);
      if (!refuseUnless(rights.mightBring(neighbour, batch.stream()), batch)) {
        return null;
      }
      check.checkStatement(batch);
      return refuseUnless(rights.mayBring(neighbour, batch.stream()), batch) ? batch : null;
    } catch (MalformedBatchException | UntrustedException e) {
      counters.damaged.incrementAndGet();
      log.warn("dropped a statement that came through {}: {}", neighbour, e.getMessage());
      return null;
    } catch (UncheckedIOException e) {
      log.debug("cannot check a statement that came through {} now: {}", neighbour, e.getMessage());
      return null;
    }
  }

  private boolean refuseUnless(boolean allowed, Batch batch) {
    if (!allowed) {
      counters.foreign.incrementAndGet();
      log.warn("refused {}: {} may not bring it", batch.stream(), neighbour);
    }
    return allowed;
  }
}
