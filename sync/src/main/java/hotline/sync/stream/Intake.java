package hotline.sync.stream;

import hotline.sync.NodeCode;
import hotline.sync.jdbc.DatabaseException;
import hotline.v1.GetHeadsRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pulsar.client.api.PulsarClient;

/** All that takes in the streams that one neighbour brings. */
final class Intake implements AutoCloseable {

  private final NodeCode neighbour;
  private final IntakeCounters counters = new IntakeCounters();
  private final Applier applier;
  private final Receiver receiver;
  private final Reconciler reconciler;
  private final List<Worker> workers;

  /**
   * Prepares the intake; {@link #start} begins.
   *
   * @param topic where the neighbour publishes
   * @param subscriptions what this node's subscriptions of the topic end in, when others have some
   * @param scope of the records that are passed on
   * @param onward where to pass things on; empty at the end of the way
   */
  Intake(
      StreamContext context,
      PulsarClient client,
      NodeCode neighbour,
      String topic,
      String subscriptions,
      LinkScope scope,
      Optional<OutboundTopic> onward) {
    this.neighbour = neighbour;
    StreamRights rights = context.rights();
    InboundTopic applied = new InboundTopic(client, topic, "apply" + subscriptions);
    String suffix = "-" + context.tree().self() + "-" + neighbour;
    this.applier =
        new Applier(
            "apply" + suffix,
            context.transactions(),
            context.receivedStore(),
            context.setAsideStore(),
            context.manifestStore(),
            context.applier(),
            context.clock(),
            applied::acknowledgeUpTo,
            this::want,
            context.failpoints());
    ArrivalGate gate =
        new ArrivalGate(neighbour, rights, context.verifier(), this::applied, counters);
    this.receiver = new Receiver("receive" + suffix, applied, gate, applier.queue());
    this.reconciler =
        new Reconciler(
            "reconcile" + suffix,
            neighbour,
            context.channels(),
            gate,
            applier,
            counters,
            context.tuning().headsInterval(),
            () -> question(context, neighbour));
    Optional<Worker> forwarder =
        onward.map(
            to ->
                new Forwarder(
                    "forward" + suffix,
                    neighbour,
                    rights,
                    scope,
                    new InboundTopic(client, topic, "forward" + subscriptions),
                    to));
    this.workers =
        Stream.concat(Stream.of(receiver, applier, reconciler), forwarder.stream()).toList();
  }

  /** Of a child's subtree: its topic at this node's broker is for this node alone. */
  static Intake ofChild(
      StreamContext context, PulsarClient own, NodeCode child, Optional<OutboundTopic> uplink) {
    String topic = context.topicName(StreamId.UPLINK, child, context.tree().self());
    return new Intake(context, own, child, topic, "", context.scope(), uplink);
  }

  /** Of what the nodes above broadcast: the parent's topic is for all its children. */
  static Intake ofParent(
      StreamContext context, PulsarClient parents, NodeCode parent, OutboundTopic broadcast) {
    return new Intake(
        context,
        parents,
        parent,
        context.broadcastTopic(parent),
        "-" + context.tree().self(),
        LinkScope.FULL,
        Optional.of(broadcast));
  }

  Optional<StreamLane> lane(StreamId stream) {
    return Optional.ofNullable(applier.lane(stream));
  }

  StreamStatus.Link status() {
    return new StreamStatus.Link(
        neighbour,
        Optional.ofNullable(reconciler.sinceAnswer()),
        counters.damaged.get(),
        counters.foreign.get(),
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

  /** Asks for heads, and tells a child up to where nobody above needs its streams any more. */
  private static GetHeadsRequest question(StreamContext context, NodeCode neighbour) {
    try {
      return context
          .transactions()
          .<GetHeadsRequest, SQLException>call(
              tx ->
                  GetHeadsRequest.newBuilder()
                      .addAllSettled(
                          new SettledStore()
                              .throughChild(tx, context.tree(), context.receivedStore(), neighbour))
                      .build());
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
