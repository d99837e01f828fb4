package hotline.sync.stream;

import hotline.sync.NodeCode;
import hotline.sync.trust.BatchVerifier;
import hotline.sync.trust.Tree;
import hotline.sync.trust.UntrustedException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in from one child what its origin signed and the child may pass on: its own subtree. */
final class ArrivalGate {

  private static final Logger log = LoggerFactory.getLogger(ArrivalGate.class);

  private final NodeCode child;
  private final Tree tree;
  private final BatchCheck check;
  private final ToLongFunction<StreamId> applied;
  private final ChildCounters counters;

  ArrivalGate(
      NodeCode child,
      Tree tree,
      BatchVerifier verifier,
      ToLongFunction<StreamId> applied,
      ChildCounters counters) {
    this.child = child;
    this.tree = tree;
    this.check = new BatchCheck(verifier);
    this.applied = applied;
    this.counters = counters;
  }

  /** The batch in {@code bytes} if it is good and new; null, counted and logged, if it is not. */
  @Nullable Batch admit(byte[] bytes) {
    try {
      Batch batch = Batch.parse(bytes);
      if (!mayPass(batch)) {
        return null;
      }
      if (batch.count() > 0 && batch.lastPosition() <= applied.applyAsLong(batch.stream())) {
        counters.repeated.addAndGet(batch.count());
        return null;
      }
      check.check(batch);
      return isOfSubtree(batch) ? batch : null;
    } catch (MalformedBatchException | UntrustedException e) {
      counters.damaged.incrementAndGet();
      log.warn("dropped a batch that came through {}: {}", child, e.getMessage());
      return null;
    } catch (UncheckedIOException e) {
      // the heads exchange will show what is missing, and by then the certificate may be there
      log.warn("cannot check a batch that came through {} now: {}", child, e.getMessage());
      return null;
    }
  }

  /** Like {@link #admit}, for a head statement: records are neither expected nor looked at. */
  @Nullable Batch admitStatement(byte[] bytes) {
    try {
      Batch batch = Batch.parse(bytes);
      if (!mayPass(batch)) {
        return null;
      }
      check.checkStatement(batch);
      return isOfSubtree(batch) ? batch : null;
    } catch (MalformedBatchException | UntrustedException e) {
      counters.damaged.incrementAndGet();
      log.warn("dropped a statement that came through {}: {}", child, e.getMessage());
      return null;
    } catch (UncheckedIOException e) {
      log.debug("cannot check a statement that came through {} now: {}", child, e.getMessage());
      return null;
    }
  }

  /** Cheap, before the signature is looked at; an origin not yet known may pass. */
  private boolean mayPass(Batch batch) {
    Optional<NodeCode> towards = tree.childTowards(batch.stream().origin());
    return towards.isEmpty() || refuseUnless(towards.get().equals(child), batch);
  }

  private boolean isOfSubtree(Batch batch) {
    Optional<NodeCode> towards = tree.childTowards(batch.stream().origin());
    return refuseUnless(towards.isPresent() && towards.get().equals(child), batch);
  }

  private boolean refuseUnless(boolean allowed, Batch batch) {
    if (!allowed) {
      counters.foreign.incrementAndGet();
      log.warn("refused {} from {}: not of its subtree", batch.stream(), child);
    }
    return allowed;
  }
}
