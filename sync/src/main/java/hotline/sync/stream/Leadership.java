package hotline.sync.stream;

import hotline.sync.NodeCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.pulsar.client.api.PulsarClient;
import org.jspecify.annotations.Nullable;

/**
 * The work that only one process of a node does: it sequences, publishes, receives and passes on,
 * for the time of one lease.
 */
final class Leadership implements AutoCloseable {

  private final StreamContext context;
  private final PulsarClient own;
  private final Optional<OutboundTopic> uplink;
  private final OutboundTopic broadcast;
  private final List<Publisher> publishers = new ArrayList<>();
  private final PeerPublishers peers;
  private final Sequencer sequencer;
  private final Optional<Intake> fromParent;
  private final Map<NodeCode, Intake> fromChildren = new ConcurrentHashMap<>();
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
    broadcast = new OutboundTopic(own, context.broadcastTopic(self));
    publishers.add(publisher(StreamId.BROADCAST, broadcast, LinkScope.FULL));
    Optional<NodeCode> parent = context.tree().parent();
    if (parents != null && parent.isPresent()) {
      OutboundTopic up =
          new OutboundTopic(parents, context.topicName(StreamId.UPLINK, self, parent.get()));
      publishers.add(publisher(StreamId.UPLINK, up, context.scope()));
      uplink = Optional.of(up);
      fromParent = Optional.of(Intake.ofParent(context, parents, parent.get(), broadcast));
    } else {
      uplink = Optional.empty();
      fromParent = Optional.empty();
    }
    peers = new PeerPublishers(context, own, this::publisher);
    sequencer =
        new Sequencer(
            "sequence-" + self,
            context.transactions(),
            context.journalStore(),
            context.tuning(),
            committed,
            lease,
            epoch,
            batches -> allPublishers().forEach(publisher -> publisher.offer(batches)),
            context.failpoints());
  }

  private Publisher publisher(String stream, OutboundTopic topic, LinkScope scope) {
    NodeCode self = context.tree().self();
    return new Publisher(
        "publish-" + self + "-" + stream,
        new StreamId(self, stream),
        context.transactions(),
        context.journalStore(),
        topic,
        context.signer(),
        context.clock(),
        context.tuning(),
        context.failpoints(),
        scope);
  }

  private Stream<Publisher> allPublishers() {
    return Stream.concat(publishers.stream(), peers.publishers().stream());
  }

  long epoch() {
    return epoch;
  }

  void start() {
    publishers.forEach(Worker::start);
    sequencer.start();
    fromParent.ifPresent(Intake::start);
    takeInChildren();
  }

  /** Begins and ends what enrolments and subscriptions have changed since. */
  void adjust() throws SQLException {
    takeInChildren();
    peers.adjust();
  }

  private void takeInChildren() {
    Set<NodeCode> children = context.tree().children();
    for (NodeCode child : children) {
      if (!fromChildren.containsKey(child)) {
        Intake intake = Intake.ofChild(context, own, child, uplink);
        fromChildren.put(child, intake);
        intake.start();
      }
    }
    for (NodeCode gone : Set.copyOf(fromChildren.keySet())) {
      if (!children.contains(gone)) {
        Intake intake = fromChildren.remove(gone);
        if (intake != null) {
          intake.close();
        }
      }
    }
  }

  Optional<Intake> fromParent() {
    return fromParent;
  }

  Collection<Intake> fromChildren() {
    return fromChildren.values();
  }

  /** All of them. */
  Stream<Intake> intakes() {
    return Stream.concat(fromParent.stream(), fromChildren.values().stream());
  }

  /** The last position of an own stream that the broker has confirmed, 0 when none is known. */
  long confirmed(String stream) {
    return allPublishers()
        .filter(publisher -> publisher.stream().name().equals(stream))
        .mapToLong(Publisher::confirmed)
        .findFirst()
        .orElse(0);
  }

  private List<Worker> workers() {
    List<Worker> workers = new ArrayList<>();
    workers.add(sequencer);
    allPublishers().forEach(workers::add);
    intakes().forEach(intake -> workers.addAll(intake.workers()));
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
    uplink.ifPresent(OutboundTopic::close);
    broadcast.close();
    peers.close();
  }
}
