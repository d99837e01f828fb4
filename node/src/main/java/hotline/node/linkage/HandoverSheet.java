package hotline.node.linkage;

import hotline.node.export.Cells;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.linkage.HandoverController.HandoverView;
import hotline.node.store.LinkageStore.Direction;
import hotline.node.ticket.PersonalNumbers;
import java.util.List;

/** The columns of exported handovers, with numbers of persons hidden as everywhere (SEC-01). */
final class HandoverSheet {

  static final Sheet<HandoverView> HANDOVERS =
      new Sheet<>(
          "移送",
          List.of(
              new Column<>("移送编号", HandoverView::id),
              new Column<>("方向", h -> h.direction() == Direction.OUT ? "移出" : "移入"),
              new Column<>("对方号码", HandoverView::number),
              new Column<>("工单编号", HandoverView::ticketId),
              new Column<>("派办编号", h -> h.assignmentId()),
              new Column<>("通话编号", h -> h.callId()),
              new Column<>("是否三方通话", h -> Cells.yes(h.threeParty())),
              new Column<>("事由", h -> PersonalNumbers.hidden(h.reason())),
              new Column<>("状态", HandoverView::stateLabel),
              new Column<>("移送次数", h -> Integer.toString(h.attempts())),
              new Column<>("对方编号", h -> h.theirNumber()),
              new Column<>("对方反馈", h -> PersonalNumbers.hiddenIn(h.result())),
              new Column<>("移送人", HandoverView::madeBy),
              new Column<>("移送时间", h -> Cells.time(h.madeAt())),
              new Column<>("应接收时间", h -> Cells.time(h.dueAt())),
              new Column<>("是否逾期", h -> Cells.yes(h.overdue()))));

  private HandoverSheet() {}
}
