package hotline.local.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The nodes of the network, parents first: a province, a city, and what the city has below it. */
record Plan(List<LocalNode> nodes) {
  private record Line(
      String code, String name, Tier tier, @Nullable String parent, @Nullable String policy) {}

  private static final List<Line> QINGYANG =
      List.of(
          new Line("620000", "甘肃省12345政务服务便民热线", Tier.PROVINCE, null, null),
          new Line("621000", "庆阳市12345政务服务便民热线", Tier.CITY, "620000", null),
          new Line("621002", "西峰区12345政务服务便民热线", Tier.DISTRICT, "621000", "xifeng"),
          new Line("621000F01", "庆阳市12345热线人社分中心", Tier.SUB_CENTER, "621000", null));

  Plan {
    nodes = List.copyOf(nodes);
  }

  static Plan qingyang(DataFolder data, Ports ports) {
    List<LocalNode> nodes = new ArrayList<>();
    for (Line line : QINGYANG) {
      int index = nodes.size();
      nodes.add(
          new LocalNode(
              line.code(),
              line.name(),
              line.tier(),
              line.parent(),
              line.policy(),
              ports.console(index),
              ports.link(index),
              data.node(line.code()).resolve("keys"),
              data.log(line.code())));
    }
    return new Plan(nodes);
  }

  LocalNode node(String code) {
    return nodes.stream()
        .filter(node -> node.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new NetworkException(
                    "没有节点 %s；现有 %s".formatted(code, nodes.stream().map(LocalNode::code).toList())));
  }

  /** The nodes by their distance from the top, the top first. */
  List<List<LocalNode>> levels() {
    List<List<LocalNode>> levels = new ArrayList<>();
    for (LocalNode node : nodes) {
      int depth = depth(node);
      if (levels.size() == depth) {
        levels.add(new ArrayList<>());
      }
      levels.get(depth).add(node);
    }
    return levels;
  }

  private int depth(LocalNode node) {
    return node.parent() == null ? 0 : 1 + depth(node(Objects.requireNonNull(node.parent())));
  }
}
