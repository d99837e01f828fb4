package hotline.node.network;

import hotline.node.BuildVersion;
import hotline.node.NodeSettings;
import hotline.node.federation.ChildLinks;
import hotline.node.federation.KnownNodes;
import hotline.node.network.NetworkView.ChildView;
import hotline.node.network.NetworkView.LagView;
import hotline.node.network.NetworkView.NodeView;
import hotline.node.network.NetworkView.OwnStreamView;
import hotline.node.network.NetworkView.ParentView;
import hotline.node.network.NetworkView.StreamView;
import hotline.node.network.NetworkView.VersionView;
import hotline.node.view.Times;
import hotline.sync.NodeCode;
import hotline.sync.command.CommandLink;
import hotline.sync.command.TargetStatus;
import hotline.sync.command.TargetStatus.CircuitState;
import hotline.sync.link.NodeLink;
import hotline.sync.stream.StreamEngine;
import hotline.sync.stream.StreamId;
import hotline.sync.stream.StreamStatus;
import hotline.sync.trust.Child;
import hotline.sync.trust.NodeReport;
import hotline.sync.trust.NodeVersion;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what the links, streams and commands say of themselves. */
@Singleton
final class NetworkStatus {

  private static final double MICROS_A_MILLI = 1000;

  private final NodeSettings settings;
  private final KnownNodes nodes;
  private final NodeLink link;
  private final StreamEngine streams;
  private final CommandLink commands;
  private final Clock clock;

  NetworkStatus(
      NodeSettings settings,
      KnownNodes nodes,
      NodeLink link,
      StreamEngine streams,
      CommandLink commands,
      Clock clock) {
    this.settings = settings;
    this.nodes = nodes;
    this.link = link;
    this.streams = streams;
    this.commands = commands;
    this.clock = clock;
  }

  NetworkView view() {
    StreamStatus status = streams.status();
    Map<NodeCode, TargetStatus> targets =
        commands.status().stream()
            .collect(Collectors.toMap(TargetStatus::target, Function.identity()));
    Map<NodeCode, StreamStatus.Link> children =
        status.children().stream()
            .collect(Collectors.toMap(StreamStatus.Link::code, Function.identity()));
    Optional<StreamStatus.Produced> own = produced(status, StreamId.UPLINK);
    Map<NodeCode, NodeReport> reports = link.reports().all();
    List<Child> admitted = nodes.childDetails().stream().filter(child -> !child.revoked()).toList();
    List<ChildView> below =
        admitted.stream()
            .map(child -> child(child, targets.get(child.code()), children.get(child.code())))
            .toList();
    return new NetworkView(
        node(NodeCode.of(settings.getCode())),
        VersionView.of(NodeVersion.running(BuildVersion.text())),
        nodes
            .parent()
            .map(
                parent ->
                    parent(
                        parent.code(),
                        targets.get(parent.code()),
                        own,
                        Optional.ofNullable(reports.get(parent.code()))))
            .orElse(null),
        below,
        NetworkTree.of(
            link.tree(),
            nodes,
            reports,
            admitted,
            connected(below),
            origins(status),
            clock.instant()),
        received(status, StreamId.UPLINK),
        ownStream(own, status.waiting()),
        received(status, StreamId.BROADCAST),
        ownStream(produced(status, StreamId.BROADCAST), status.waiting()));
  }

  private static Set<NodeCode> connected(List<ChildView> children) {
    return children.stream()
        .filter(ChildView::connected)
        .map(child -> NodeCode.of(child.code()))
        .collect(Collectors.toSet());
  }

  private static Set<NodeCode> origins(StreamStatus status) {
    return status.received().stream()
        .map(received -> received.stream().origin())
        .collect(Collectors.toSet());
  }

  private static Optional<StreamStatus.Produced> produced(StreamStatus status, String name) {
    return status.produced().stream()
        .filter(produced -> produced.stream().name().equals(name))
        .findFirst();
  }

  private static OwnStreamView ownStream(Optional<StreamStatus.Produced> own, long waiting) {
    return new OwnStreamView(
        own.map(StreamStatus.Produced::position).orElse(0L),
        own.map(StreamStatus.Produced::confirmed).orElse(0L),
        own.map(produced -> hex(produced.hash())).orElse(""),
        waiting);
  }

  private List<StreamView> received(StreamStatus status, String name) {
    return status.received().stream()
        .filter(received -> received.stream().name().equals(name))
        .map(this::stream)
        .toList();
  }

  private ParentView parent(
      NodeCode code,
      @Nullable TargetStatus target,
      Optional<StreamStatus.Produced> own,
      Optional<NodeReport> report) {
    long confirmed = own.map(StreamStatus.Produced::confirmed).orElse(0L);
    long produced = own.map(StreamStatus.Produced::position).orElse(0L);
    return new ParentView(
        code.value(),
        nodes.nameOf(code),
        ChildLinks.isConnected(target) && !link.isRefusedByParent(),
        link.isRefusedByParent(),
        report.flatMap(NodeReport::version).map(VersionView::of).orElse(null),
        target == null ? 0 : target.waiting(),
        target == null ? 0 : ageSeconds(target),
        target == null ? CircuitState.CLOSED : target.circuit(),
        produced - confirmed,
        confirmed);
  }

  private ChildView child(
      Child child, @Nullable TargetStatus target, StreamStatus.@Nullable Link stream) {
    String trouble = stream == null || stream.trouble().isEmpty() ? null : stream.trouble();
    return new ChildView(
        child.code().value(),
        child.name(),
        nodes.tierOf(child.code()),
        child.address(),
        trouble == null && ChildLinks.isConnected(target),
        Times.local(child.enrolledAt()),
        target == null ? 0 : target.waiting(),
        target == null ? CircuitState.CLOSED : target.circuit(),
        trouble);
  }

  private StreamView stream(StreamStatus.Received received) {
    return new StreamView(
        node(received.stream().origin()),
        received.stream().name(),
        received.stated(),
        received.received(),
        received.applied(),
        hex(received.hash()),
        hex(received.statedHash()),
        received.headsAgree(),
        received.backlog(),
        new LagView(millis(received.lagP50()), millis(received.lagP99())),
        Times.local(received.appliedAt()),
        received.setAside(),
        received.trouble().isEmpty() ? null : received.trouble());
  }

  private NodeView node(NodeCode code) {
    return new NodeView(code.value(), nodes.nameOf(code), nodes.tierOf(code));
  }

  private long ageSeconds(TargetStatus target) {
    return target
        .oldest()
        .map(oldest -> Duration.between(oldest, clock.instant()).toSeconds())
        .orElse(0L);
  }

  private static double millis(Duration lag) {
    return lag.toNanos() / 1000 / MICROS_A_MILLI;
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
