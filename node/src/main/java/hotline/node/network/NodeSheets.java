package hotline.node.network;

import hotline.node.Tier;
import hotline.node.export.Cells;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.network.EnrolmentController.ChildNodeView;
import hotline.node.network.MonitoringController.PlatformView;
import hotline.node.network.NetworkView.LinkState;
import hotline.node.network.NetworkView.TreeNodeView;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of exported lists of nodes. */
final class NodeSheets {

  /** Those that were let in right below. */
  static final Sheet<ChildNodeView> CHILDREN =
      new Sheet<>(
          "下级节点",
          List.of(
              new Column<>("编码", ChildNodeView::code),
              new Column<>("名称", ChildNodeView::name),
              new Column<>("简称", ChildNodeView::shortName),
              new Column<>("层级", n -> tier(n.tier())),
              new Column<>("种类", n -> n.kind() == null ? null : n.kind().label()),
              new Column<>("管理单位", n -> String.join("、", n.managers())),
              new Column<>("入网时间", n -> Cells.time(n.enrolledAt())),
              new Column<>("在办件数", n -> Long.toString(n.inHand())),
              new Column<>("状态", n -> n.revoked() ? "已撤销" : "已入网")));

  /** All that are known below, with their links. */
  static final Sheet<TreeNodeView> TREE =
      new Sheet<>(
          "节点与链路",
          List.of(
              new Column<>("编码", TreeNodeView::code),
              new Column<>("名称", TreeNodeView::name),
              new Column<>("层级", n -> tier(n.tier())),
              new Column<>("上级节点编码", TreeNodeView::parent),
              new Column<>("链路", n -> link(n.link())),
              new Column<>("最近联系", n -> Cells.time(n.heardAt())),
              new Column<>("软件版本", n -> n.version() == null ? "未上报" : n.version().software()),
              new Column<>(
                  "数据格式版本",
                  n -> n.version() == null ? "未上报" : Integer.toString(n.version().schema()))));

  /** How those right below run. */
  static final Sheet<PlatformView> PLATFORMS =
      new Sheet<>(
          "下级平台运行",
          List.of(
              new Column<>("编码", p -> p.node().code()),
              new Column<>("平台", p -> p.node().name()),
              new Column<>("受理", p -> Long.toString(p.registered())),
              new Column<>("在办", p -> Long.toString(p.open())),
              new Column<>("超期", p -> Long.toString(p.overdue())),
              new Column<>("办结", p -> Long.toString(p.closed())),
              new Column<>("归档", p -> Long.toString(p.archived())),
              new Column<>("来电", p -> Long.toString(p.calls())),
              new Column<>("漏接", p -> Long.toString(p.missedCalls())),
              new Column<>("转接失败", p -> Long.toString(p.failedTransfers())),
              new Column<>("已产生记录", p -> Long.toString(p.produced())),
              new Column<>("已入库记录", p -> Long.toString(p.applied())),
              new Column<>("数据至", p -> Cells.time(p.lastAppliedAt()))));

  private NodeSheets() {}

  /** As people call it; a tier that only a newer node knows, by its name. */
  static @Nullable String tier(@Nullable String name) {
    return Arrays.stream(Tier.values())
        .filter(tier -> tier.name().equals(name))
        .map(Tier::label)
        .findFirst()
        .orElse(name);
  }

  private static String link(LinkState link) {
    return switch (link) {
      case CONNECTED -> "已连接";
      case DISCONNECTED -> "未连接";
      case UNKNOWN -> "情况不明";
    };
  }
}
