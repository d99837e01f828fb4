package hotline.sync.stream;

import hotline.sync.NodeCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pulsar.client.api.PulsarClient;
import org.jspecify.annotations.Nullable;

/** All that takes in the streams of one child and its subtree. */
final class ChildIntake implements AutoCloseable {

  private final NodeCode child;
  private final ChildCounters counters = new ChildCounters();
  private final Applier applier;
  private final Receiver receiver;
  private final Reconciler reconciler;
  private final @Nullable Forwarder forwarder;
  private final List<Worker> workers;

  /**
   * Prepares the intake; {@link #start} begins.
   *
   * @param uplink where to pass things on; null at the top
   */
  ChildIntake(
      StreamContext context, PulsarClient client, NodeCode child, @Nullable OutboundTopic uplink) {
    this.child = child;
    NodeCode self = context.tree().self();
    String topic = context.topicName(StreamId.UPLINK, child, self);
    InboundTopic applied = new InboundTopic(client, topic, "apply");
    String suffix = "-" + self + "-" + child;
    this.applier =
        new Applier(
            "apply" + suffix,
            context.transactions(),
            context.receivedStore(),
            context.setAsideStore(),
            context.applier(),
            context.clock(),
            applied::acknowledgeUpTo,
            this::want,
            context.failpoints());
    ArrivalGate gate =
        new ArrivalGate(child, context.tree(), context.verifier(), this::applied, counters);
    this.receiver = new Receiver("receive" + suffix, applied, gate, applier.queue());
    this.reconciler =
        new Reconciler(
            "reconcile" + suffix,
            child,
            context.channels(),
            gate,
            applier,
            counters,
            context.tuning().headsInterval());
    this.forwarder =
        uplink == null
            ? null
            : new Forwarder(
                "forward" + suffix,
                child,
                context.tree(),
                context.scope(),
                new InboundTopic(client, topic, "forward"),
                uplink);
    this.workers =
        Stream.of(receiver, applier, reconciler, forwarder)
            .filter(worker -> worker != null)
            .map(Worker.class::cast)
            .toList();
  }

  NodeCode child() {
    return child;
  }

  Optional<StreamLane> lane(StreamId stream) {
    return Optional.ofNullable(applier.lane(stream));
  }

  StreamStatus.Child status() {
    return new StreamStatus.Child(
        child,
        Optional.ofNullable(reconciler.sinceAnswer()),
        counters.damaged.get(),
        counters.repeated.get(),
        counters.refilled.get(),
        workers.stream()
            .map(Worker::lastFailure)
            .filter(failure -> !failure.isEmpty())
            .collect(Collectors.joining("; ")));
  }

  void start() {
    workers.forEach(Worker::start);
  }

  List<Worker> workers() {
    return workers;
  }

  private void want(StreamId stream) {
    reconciler.want(stream);
  }

  private long applied(StreamId stream) {
    StreamLane lane = applier.lane(stream);
    return lane == null ? -1 : lane.applied();
  }

  @Override
  public void close() {
    workers.forEach(Worker::stop);
    workers.forEach(Worker::close);
  }
}
