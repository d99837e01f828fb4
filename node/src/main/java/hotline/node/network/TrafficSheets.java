package hotline.node.network;

import hotline.node.export.Cells;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.network.BroadcastController.DocumentView;
import hotline.node.network.CommandController.CommandView;
import hotline.node.network.DepartmentStreamController.DepartmentStreamView;
import hotline.node.network.NetworkView.StreamView;
import hotline.node.network.SetAsideController.SetAsideView;
import hotline.node.ticket.PersonalNumbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** The columns of exported lists of what goes between nodes. */
final class TrafficSheets {

  private static final Map<String, String> KINDS =
      Map.of("policy", "规则", "calendar", "工作日历", "catalogue", "归口目录", "knowledge", "知识条目");

  static final Sheet<StreamView> FROM_BELOW = streams("下级数据汇聚");
  static final Sheet<StreamView> FROM_ABOVE = streams("上级下发数据");

  static final Sheet<DocumentView> DOCUMENTS =
      new Sheet<>(
          "下发文档",
          List.of(
              new Column<>("发布节点编码", d -> d.publisher().code()),
              new Column<>("发布节点", d -> d.publisher().name()),
              new Column<>("类别", d -> KINDS.getOrDefault(d.kind(), d.kind())),
              new Column<>("编码", DocumentView::key),
              new Column<>("版本", d -> Long.toString(d.version())),
              new Column<>("发布时间", d -> Cells.time(d.publishedAt())),
              new Column<>("状态", d -> d.withdrawn() ? "已撤回" : "有效")));

  static final Sheet<CommandView> COMMANDS =
      new Sheet<>(
          "未送达的指令",
          List.of(
              new Column<>("写入时间", c -> Cells.time(c.writtenAt())),
              new Column<>("送往节点编码", c -> c.target().code()),
              new Column<>("送往节点", c -> c.target().name()),
              new Column<>("指令", CommandView::typeLabel),
              new Column<>("工单编号", CommandView::ticketId),
              new Column<>("已尝试次数", c -> Integer.toString(c.attempts())),
              new Column<>("最近错误", c -> PersonalNumbers.hiddenIn(c.lastError()))));

  static final Sheet<SetAsideView> SET_ASIDE =
      new Sheet<>(
          "未能入库的记录",
          List.of(
              new Column<>("搁置时间", r -> Cells.time(r.setAsideAt())),
              new Column<>("产生时间", r -> Cells.time(r.appendedAt())),
              new Column<>("来源节点编码", SetAsideView::origin),
              new Column<>("数据流", SetAsideView::stream),
              new Column<>("位置", r -> Long.toString(r.position())),
              new Column<>("原因", r -> PersonalNumbers.hidden(r.reason()))));

  static final Sheet<CertificateController.Row> CERTIFICATES =
      new Sheet<>(
          "完整性证明",
          List.of(
              new Column<>("编号", c -> Long.toString(c.id())),
              new Column<>("出具时间", c -> Cells.time(c.madeAt())),
              new Column<>("结论", c -> c.complete() ? "完整" : "有缺失"),
              new Column<>("摘要（SHA-256）", CertificateController.Row::hash)));

  static final Sheet<DepartmentStreamView> DEPARTMENTS =
      new Sheet<>(
          "部门推送",
          List.of(
              new Column<>("单位代码", d -> d.unit().code()),
              new Column<>("部门", d -> d.unit().name()),
              new Column<>("个人信息", d -> d.masked() ? "不含" : "含"),
              new Column<>("开通时间", d -> Cells.time(d.startedAt())),
              new Column<>("停止时间", d -> Cells.time(d.endedAt())),
              new Column<>("已产生记录", d -> Long.toString(d.produced())),
              new Column<>("已送出记录", d -> Long.toString(d.confirmed())),
              new Column<>("主题", DepartmentStreamView::topic),
              new Column<>("订阅名", DepartmentStreamView::subscription),
              new Column<>("链头（SHA-256）", DepartmentStreamView::headHash)));

  private TrafficSheets() {}

  private static Sheet<StreamView> streams(String name) {
    return new Sheet<>(
        name,
        List.of(
            new Column<>("来源节点编码", s -> s.origin().code()),
            new Column<>("来源节点", s -> s.origin().name()),
            new Column<>("层级", s -> NodeSheets.tier(s.origin().tier())),
            new Column<>("已产生", s -> Long.toString(s.produced())),
            new Column<>("已收到", s -> Long.toString(s.received())),
            new Column<>("已入库", s -> Long.toString(s.applied())),
            new Column<>("积压", s -> Long.toString(s.backlog())),
            new Column<>("时延中位（毫秒）", s -> millis(s.lagMillis().p50())),
            new Column<>("时延99%（毫秒）", s -> millis(s.lagMillis().p99())),
            new Column<>("最近入库", s -> Cells.time(s.lastAppliedAt())),
            new Column<>("搁置", s -> Long.toString(s.setAside())),
            new Column<>("完整性核对", TrafficSheets::heads),
            new Column<>("本级链头", StreamView::headHash),
            new Column<>("来源链头", StreamView::originHash),
            new Column<>("问题", s -> PersonalNumbers.hiddenIn(s.trouble()))));
  }

  private static String millis(double millis) {
    return BigDecimal.valueOf(millis).setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  /** As the console says it: as long as the origin has not stated its head, nothing is known. */
  private static String heads(StreamView stream) {
    if (stream.headsAgree()) {
      return "与来源一致";
    }
    if (stream.backlog() > 0) {
      return "追赶中";
    }
    return stream.originHash().isEmpty() ? "等待核对" : "不一致";
  }
}
