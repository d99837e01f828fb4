package hotline.sync.stream;

import hotline.sync.NodeCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pulsar.client.api.PulsarClient;
import org.jspecify.annotations.Nullable;

/**
 * The work that only one process of a node does: it sequences, publishes, receives and passes on,
 * for the time of one lease.
 */
final class Leadership implements AutoCloseable {

  private final StreamContext context;
  private final PulsarClient own;
  private final @Nullable OutboundTopic uplink;
  private final @Nullable Publisher publisher;
  private final Sequencer sequencer;
  private final Map<NodeCode, ChildIntake> intakes = new ConcurrentHashMap<>();
  private final long epoch;

  /**
   * Prepares the work; {@link #start} begins.
   *
   * @param parents the client of the parent's broker; null at the top
   */
  Leadership(
      StreamContext context,
      PulsarClient own,
      @Nullable PulsarClient parents,
      Signal committed,
      String lease,
      long epoch) {
    this.context = context;
    this.own = own;
    this.epoch = epoch;
    NodeCode self = context.tree().self();
    Optional<NodeCode> parent = context.tree().parent();
    if (parents != null && parent.isPresent()) {
      uplink = new OutboundTopic(parents, context.topicName(StreamId.UPLINK, self, parent.get()));
      publisher =
          new Publisher(
              "publish-" + self,
              StreamId.uplinkOf(self),
              context.transactions(),
              context.journalStore(),
              uplink,
              context.signer(),
              context.clock(),
              context.tuning(),
              context.failpoints());
    } else {
      uplink = null;
      publisher = null;
    }
    sequencer =
        new Sequencer(
            "sequence-" + self,
            context.transactions(),
            context.journalStore(),
            context.tuning(),
            committed,
            lease,
            epoch,
            this::sequenced,
            context.failpoints());
  }

  private void sequenced(List<SequencedBatch> batches) {
    if (publisher != null) {
      publisher.offer(batches);
    }
  }

  long epoch() {
    return epoch;
  }

  void start() {
    if (publisher != null) {
      publisher.start();
    }
    sequencer.start();
    takeInChildren();
  }

  /** Begins to take in children that have been enrolled since. */
  void takeInChildren() {
    Set<NodeCode> children = context.tree().children();
    for (NodeCode child : children) {
      if (!intakes.containsKey(child)) {
        ChildIntake intake = new ChildIntake(context, own, child, uplink);
        intakes.put(child, intake);
        intake.start();
      }
    }
    for (NodeCode gone : Set.copyOf(intakes.keySet())) {
      if (!children.contains(gone)) {
        ChildIntake intake = intakes.remove(gone);
        if (intake != null) {
          intake.close();
        }
      }
    }
  }

  Collection<ChildIntake> intakes() {
    return intakes.values();
  }

  long confirmed() {
    return publisher == null ? 0 : publisher.confirmed();
  }

  private List<Worker> workers() {
    List<Worker> workers = new ArrayList<>();
    workers.add(sequencer);
    if (publisher != null) {
      workers.add(publisher);
    }
    intakes.values().forEach(intake -> workers.addAll(intake.workers()));
    return workers;
  }

  /** Stops as a crash would: nothing is flushed, kept or acknowledged any more. */
  void abandon() {
    workers().forEach(Worker::abandon);
    workers().forEach(Worker::close);
  }

  @Override
  public void close() {
    List<Worker> workers = workers();
    workers.forEach(Worker::stop);
    workers.forEach(Worker::close);
    if (uplink != null) {
      uplink.close();
    }
  }
}
