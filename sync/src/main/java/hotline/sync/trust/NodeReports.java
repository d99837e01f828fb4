package hotline.sync.trust;

import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.jdbc.DatabaseException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What neighbours have said of themselves and of the nodes below them: kept in the database, so
 * every process of this node knows it. A child is believed about its own subtree only.
 */
public final class NodeReports {

  private static final Logger log = LoggerFactory.getLogger(NodeReports.class);

  /** A tree of nodes is a country's at most; more than this is a mistake or an attack. */
  public static final int MOST = 5_000;

  /** Who has been silent for longer is not taken for connected. Nodes speak every ten seconds. */
  public static final Duration SILENCE = Duration.ofSeconds(90);

  private final TreeStore tree;
  private final Transactions transactions;
  private final Clock clock;
  private final NodeReportTable table = new NodeReportTable();

  public NodeReports(TreeStore tree, Transactions transactions, Clock clock) {
    this.tree = tree;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Everything that has been said, by code; of the parent and of revoked children, too. */
  public Map<NodeCode, NodeReport> all() {
    try {
      return transactions.<List<NodeReport>, SQLException>call(table::all).stream()
          .collect(Collectors.toMap(NodeReport::node, Function.identity()));
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /**
   * Keeps what a child says of itself and of all nodes below it, in place of what it said before.
   * What it says of nodes that are not below it is left out.
   *
   * @throws IllegalArgumentException for more than {@link #MOST} nodes, or a malformed code
   */
  public void heard(NodeCode child, Optional<NodeVersion> version, List<NodeReport> below) {
    if (below.size() > MOST) {
      throw new IllegalArgumentException(
          "%s reports %d nodes: expected at most %d".formatted(child, below.size(), MOST));
    }
    Instant now = clock.instant();
    Map<NodeCode, NodeReport> kept = new LinkedHashMap<>();
    kept.put(
        child, new NodeReport(child, tree.self(), "", version, true, Optional.of(now), child, now));
    for (NodeReport report : below) {
      if (kept.containsKey(report.parent()) && isBelow(child, report.node())) {
        kept.putIfAbsent(report.node(), report);
      }
    }
    if (kept.size() <= below.size()) {
      log.warn(
          "{} reports {} nodes, {} of them not of its subtree or twice",
          child,
          below.size(),
          below.size() + 1 - kept.size());
    }
    replace(child, kept);
  }

  /** Keeps what the parent says of itself. */
  public void heardOfParent(NodeCode parent, Optional<NodeVersion> version) {
    Instant now = clock.instant();
    replace(
        parent,
        Map.of(
            parent,
            new NodeReport(parent, parent, "", version, true, Optional.of(now), parent, now)));
  }

  /**
   * All nodes below this one, each after the one above it, as they are to be told to the parent.
   *
   * @param reached the children that this node gets through to at present
   */
  public List<NodeReport> below(Set<NodeCode> reached) {
    Map<NodeCode, NodeReport> said = all();
    Instant now = clock.instant();
    List<NodeReport> children = new ArrayList<>();
    for (Child child : tree.childDetails()) {
      if (!child.revoked()) {
        children.add(ofChild(child, Optional.ofNullable(said.get(child.code())), reached, now));
      }
    }
    List<NodeReport> all = new ArrayList<>(children);
    Map<NodeCode, List<NodeReport>> byParent =
        said.values().stream()
            .filter(report -> !report.node().equals(report.saidBy()))
            .collect(Collectors.groupingBy(NodeReport::parent));
    Set<NodeCode> known = children.stream().map(NodeReport::node).collect(Collectors.toSet());
    for (int i = 0; i < all.size() && all.size() <= MOST; i++) {
      byParent.getOrDefault(all.get(i).node(), List.of()).stream()
          .filter(report -> known.add(report.node()))
          .forEach(all::add);
    }
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }

  private NodeReport ofChild(
      Child child, Optional<NodeReport> said, Set<NodeCode> reached, Instant now) {
    boolean silent =
        said.flatMap(NodeReport::heardAt)
            .filter(heard -> heard.plus(SILENCE).isAfter(now))
            .isEmpty();
    return new NodeReport(
        child.code(),
        tree.self(),
        child.name(),
        said.flatMap(NodeReport::version),
        reached.contains(child.code()) && !silent,
        said.flatMap(NodeReport::heardAt),
        child.code(),
        said.map(NodeReport::saidAt).orElse(child.enrolledAt()));
  }

  /** Nobody can be below a node who is known to be somewhere else. */
  private boolean isBelow(NodeCode child, NodeCode node) {
    return !node.equals(tree.self())
        && !tree.ancestors().contains(node)
        && !node.equals(child)
        && tree.childDetails().stream().noneMatch(known -> known.code().equals(node))
        && tree.childTowards(node).map(child::equals).orElse(true);
  }

  private void replace(NodeCode saidBy, Map<NodeCode, NodeReport> reports) {
    try {
      transactions.<SQLException>run(
          tx -> {
            table.keepOnly(tx, saidBy, reports.keySet());
            table.put(tx, List.copyOf(reports.values()));
          });
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
