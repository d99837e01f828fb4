package hotline.local.demo;

import hotline.local.demo.appeal.AppealRules;
import hotline.local.demo.appeal.IntakeNode;
import hotline.local.demo.appeal.MessageAppeals;
import hotline.local.demo.appeal.RegionAliases;
import hotline.local.demo.appeal.Route;
import hotline.local.demo.client.NodeAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where the appeals of a run come from and where they come in. */
final class Sources {

  private final List<IntakeNode> nodes;
  private final DemoOptions options;
  private final RegionAliases aliases;

  /**
   * Reads and checks what the options name.
   *
   * @throws IOException when a file cannot be read
   * @throws IllegalArgumentException when an alias is wrong, in Chinese
   */
  Sources(List<NodeAddress> nodes, DemoOptions options) throws IOException {
    this.nodes = nodes.stream().map(node -> new IntakeNode(node.code(), node.tier())).toList();
    this.options = options;
    this.aliases =
        RegionAliases.of(
            nodes.stream().map(NodeAddress::code).collect(Collectors.toSet()),
            options.regions(),
            options.regionEntries());
  }

  /** What the run takes in, in words. */
  String describe() {
    Path messages = options.messages();
    if (messages == null) {
      return "诉求来源：按种子 %d 编写的示例诉求".formatted(options.seed());
    }
    return "诉求来源：%s。%s"
            .formatted(
                messages,
                aliases.isEmpty()
                    ? "没有给出区域别名表（--regions 或 --region），按留言编号固定分摊到各受理节点"
                    : "按区域别名表分到各受理节点，未提及别名的按留言编号固定分摊")
        + "。未留电话的以虚构号码代替，以便演示回访";
  }

  /** The nodes in turn, as often as their share: most appeals come in at the city. */
  List<IntakeNode> intakeNodes() {
    List<IntakeNode> inTurn = new ArrayList<>();
    for (int turn = 0; turn < 3; turn++) {
      for (IntakeNode node : nodes) {
        int share =
            switch (node.tier()) {
              case "city" -> 3;
              case "district" -> 2;
              default -> 1;
            };
        if (turn < share) {
          inTurn.add(node);
        }
      }
    }
    return inTurn;
  }

  /** The regions that appeals are about: those with a node of their own first. */
  List<String> regions() {
    List<String> regions = new ArrayList<>();
    for (IntakeNode node : nodes) {
      if (node.tier().equals("district")) {
        regions.add(node.code());
      }
    }
    for (IntakeNode node : nodes) {
      if (node.tier().equals("city")) {
        regions.add(node.code());
      }
    }
    return regions.isEmpty() ? List.of(nodes.get(0).code().substring(0, 6)) : regions;
  }

  MessageAppeals messageAppeals() {
    List<Route> routes = new ArrayList<>();
    for (IntakeNode node : nodes) {
      if (!node.tier().equals("province")) {
        routes.add(new Route(node.code().substring(0, 6), node.code()));
      }
      if (node.tier().equals("city")) {
        // a share of what the city hears is about its districts, and goes down to them
        regions().forEach(region -> routes.add(new Route(region, node.code())));
      }
    }
    Path messages = options.messages();
    String system = messages == null ? "demo" : String.valueOf(messages.getFileName());
    return new MessageAppeals(system, AppealRules.builtIn(), aliases, routes, true);
  }
}
