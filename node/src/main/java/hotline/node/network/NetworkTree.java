package hotline.node.network;

import hotline.node.network.NetworkView.LinkState;
import hotline.node.network.NetworkView.TreeNodeView;
import hotline.node.network.NetworkView.VersionView;
import hotline.node.reference.Neighbours;
import hotline.node.view.Times;
import hotline.sync.NodeCode;
import hotline.sync.trust.Child;
import hotline.sync.trust.NodeReport;
import hotline.sync.trust.NodeReports;
import hotline.sync.trust.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Puts the nodes below together: the children as they are enrolled here, those further down as the
 * nodes between say, and any others whose records come through a child that does not say.
 */
final class NetworkTree {

  private final Tree tree;
  private final Neighbours nodes;
  private final Map<NodeCode, NodeReport> reports;
  private final Instant now;
  private final Map<NodeCode, SortedSet<NodeCode>> below = new HashMap<>();
  private final List<TreeNodeView> views = new ArrayList<>();

  private NetworkTree(Tree tree, Neighbours nodes, Map<NodeCode, NodeReport> reports, Instant now) {
    this.tree = tree;
    this.nodes = nodes;
    this.reports = reports;
    this.now = now;
  }

  /**
   * All nodes below, each after the one above it, those of one node in the order of their codes.
   *
   * @param children the admitted ones
   * @param connected those of them that this node gets through to
   * @param origins the nodes whose records come here
   */
  static List<TreeNodeView> of(
      Tree tree,
      Neighbours nodes,
      Map<NodeCode, NodeReport> reports,
      Collection<Child> children,
      Set<NodeCode> connected,
      Collection<NodeCode> origins,
      Instant now) {
    return new NetworkTree(tree, nodes, reports, now).list(children, connected, origins);
  }

  private List<TreeNodeView> list(
      Collection<Child> children, Set<NodeCode> connected, Collection<NodeCode> origins) {
    reports.values().stream()
        .filter(report -> !report.node().equals(report.saidBy()))
        .forEach(report -> add(report.parent(), report.node()));
    origins.stream()
        .filter(origin -> !reports.containsKey(origin))
        .forEach(
            origin ->
                tree.childTowards(origin)
                    .filter(child -> !child.equals(origin))
                    .ifPresent(child -> add(child, origin)));
    for (Child child : children) {
      LinkState state =
          connected.contains(child.code()) && !isSilent(child.code())
              ? LinkState.CONNECTED
              : LinkState.DISCONNECTED;
      views.add(view(child.code(), child.name(), tree.self(), state));
      descend(child.code(), state);
    }
    return List.copyOf(views);
  }

  private void add(NodeCode parent, NodeCode node) {
    below.computeIfAbsent(parent, key -> new TreeSet<>()).add(node);
  }

  /** Removes what it visits, so that no report can make it go round. */
  private void descend(NodeCode parent, LinkState above) {
    SortedSet<NodeCode> next = below.remove(parent);
    if (next == null) {
      return;
    }
    for (NodeCode node : next) {
      NodeReport report = reports.get(node);
      LinkState state = report == null ? LinkState.UNKNOWN : state(report, above);
      views.add(view(node, report == null ? nodes.nameOf(node) : report.name(), parent, state));
      descend(node, state);
    }
  }

  /** What a node says of those below it holds as long as it is there to say so. */
  private LinkState state(NodeReport report, LinkState above) {
    if (above != LinkState.CONNECTED || isOld(report.saidAt())) {
      return LinkState.UNKNOWN;
    }
    return report.connected() ? LinkState.CONNECTED : LinkState.DISCONNECTED;
  }

  /** One that has never said anything may be about to. */
  private boolean isSilent(NodeCode child) {
    return Optional.ofNullable(reports.get(child))
        .flatMap(NodeReport::heardAt)
        .filter(this::isOld)
        .isPresent();
  }

  private boolean isOld(Instant time) {
    return time.plus(NodeReports.SILENCE).isBefore(now);
  }

  private TreeNodeView view(NodeCode code, String name, NodeCode parent, LinkState state) {
    Optional<NodeReport> report = Optional.ofNullable(reports.get(code));
    return new TreeNodeView(
        code.value(),
        name,
        nodes.tierOf(code),
        parent.value(),
        state,
        report.flatMap(NodeReport::heardAt).map(Times::local).orElse(null),
        report.flatMap(NodeReport::version).map(VersionView::of).orElse(null));
  }
}
