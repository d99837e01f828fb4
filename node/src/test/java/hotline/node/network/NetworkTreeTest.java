package hotline.node.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hotline.node.network.NetworkView.LinkState;
import hotline.node.network.NetworkView.TreeNodeView;
import hotline.node.network.NetworkView.VersionView;
import hotline.node.reference.Neighbours;
import hotline.node.ticket.NodeRef;
import hotline.sync.NodeCode;
import hotline.sync.trust.Child;
import hotline.sync.trust.NodeReport;
import hotline.sync.trust.NodeVersion;
import hotline.sync.trust.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NetworkTreeTest {

  private static final NodeCode PROVINCE = NodeCode.of("620000");
  private static final NodeCode CITY = NodeCode.of("621000");
  private static final NodeCode DISTRICT = NodeCode.of("621002");
  private static final NodeCode SUB_CENTER = NodeCode.of("621002A01");
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private final List<NodeReport> reports = new ArrayList<>();

  @Test
  void districtsStandBelowTheirCityAsTheCitySaysTheyAre() {
    said(CITY, PROVINCE, CITY, true, NOW, 3);
    said(SUB_CENTER, DISTRICT, CITY, false, NOW, 2);
    said(DISTRICT, CITY, CITY, true, NOW, 3);

    assertThat(tree(Set.of(CITY), Set.of()))
        .extracting(TreeNodeView::code, TreeNodeView::parent, TreeNodeView::link)
        .containsExactly(
            row(CITY, PROVINCE, LinkState.CONNECTED),
            row(DISTRICT, CITY, LinkState.CONNECTED),
            row(SUB_CENTER, DISTRICT, LinkState.DISCONNECTED));
    assertThat(tree(Set.of(CITY), Set.of()))
        .extracting(TreeNodeView::version)
        .containsExactly(
            new VersionView("1.0", 3), new VersionView("1.0", 3), new VersionView("1.0", 2));
  }

  @Test
  void howThoseBelowAreIsUnknownWhileTheNodeBetweenCannotBeAsked() {
    said(CITY, PROVINCE, CITY, true, NOW, 3);
    said(DISTRICT, CITY, CITY, true, NOW, 3);

    assertThat(tree(Set.of(), Set.of()))
        .extracting(TreeNodeView::link)
        .containsExactly(LinkState.DISCONNECTED, LinkState.UNKNOWN);
  }

  @Test
  void aChildThatHasFallenSilentIsNotConnected() {
    said(CITY, PROVINCE, CITY, true, NOW.minus(Duration.ofMinutes(5)), 3);

    assertThat(tree(Set.of(CITY), Set.of()))
        .extracting(TreeNodeView::link)
        .containsExactly(LinkState.DISCONNECTED);
  }

  @Test
  void whatAnOlderCityDoesNotTellOfIsKnownByItsRecords() {
    List<TreeNodeView> tree = tree(Set.of(CITY), Set.of(CITY, DISTRICT));

    assertThat(tree)
        .extracting(TreeNodeView::code, TreeNodeView::parent, TreeNodeView::link)
        .containsExactly(
            row(CITY, PROVINCE, LinkState.CONNECTED), row(DISTRICT, CITY, LinkState.UNKNOWN));
    assertThat(tree).extracting(TreeNodeView::version).containsOnlyNulls();
  }

  @Test
  void reportsThatGoRoundAreLeftOut() {
    said(DISTRICT, SUB_CENTER, CITY, true, NOW, 3);
    said(SUB_CENTER, DISTRICT, CITY, true, NOW, 3);

    assertThat(tree(Set.of(CITY), Set.of())).extracting(TreeNodeView::code).containsOnly("621000");
  }

  private static Tuple row(NodeCode code, NodeCode parent, LinkState link) {
    return tuple(code.value(), parent.value(), link);
  }

  private void said(
      NodeCode node, NodeCode parent, NodeCode by, boolean connected, Instant at, int schema) {
    reports.add(
        new NodeReport(
            node,
            parent,
            "节点" + node,
            Optional.of(new NodeVersion("1.0", schema)),
            connected,
            Optional.of(at),
            by,
            at));
  }

  private List<TreeNodeView> tree(Set<NodeCode> connected, Set<NodeCode> origins) {
    Map<NodeCode, NodeReport> said =
        reports.stream().collect(Collectors.toMap(NodeReport::node, Function.identity()));
    Child city = new Child(CITY, "庆阳市", "127.0.0.1:1", NOW, false);
    return NetworkTree.of(new Below(), new Names(), said, List.of(city), connected, origins, NOW);
  }

  /** The province, with one city. */
  private record Below() implements Tree {

    @Override
    public NodeCode self() {
      return PROVINCE;
    }

    @Override
    public Optional<NodeCode> parent() {
      return Optional.empty();
    }

    @Override
    public List<NodeCode> ancestors() {
      return List.of();
    }

    @Override
    public Set<NodeCode> children() {
      return Set.of(CITY);
    }

    @Override
    public Optional<NodeCode> childTowards(NodeCode descendant) {
      return Optional.of(CITY);
    }
  }

  private record Names() implements Neighbours {

    @Override
    public Optional<NodeRef> parent() {
      return Optional.empty();
    }

    @Override
    public List<NodeRef> children() {
      return List.of();
    }

    @Override
    public List<NodeCode> subtree(NodeCode child) {
      return List.of();
    }

    @Override
    public String nameOf(NodeCode node) {
      return "节点" + node;
    }

    @Override
    public @Nullable String tierOf(NodeCode node) {
      return null;
    }
  }
}
