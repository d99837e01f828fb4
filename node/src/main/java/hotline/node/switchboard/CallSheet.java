package hotline.node.switchboard;

import hotline.node.classification.Labelled;
import hotline.node.export.Cells;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.switchboard.CallView.LegView;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of exported calls; who called is masked (SEC-01). */
final class CallSheet {

  static final Sheet<CallView> CALLS =
      new Sheet<>(
          "话务记录",
          List.of(
              new Column<>("通话编号", CallView::id),
              new Column<>("节点", c -> c.owner().name()),
              new Column<>("呼叫方向", c -> label(c.direction())),
              new Column<>("热线号码", CallView::line),
              new Column<>("来电号码", c -> c.caller()),
              new Column<>("呼入时间", c -> Cells.time(c.startedAt())),
              new Column<>("接听时间", c -> Cells.time(c.answeredAt())),
              new Column<>("挂断时间", c -> Cells.time(c.endedAt())),
              new Column<>("话务员", c -> c.agent()),
              new Column<>("处理情况", CallView::handlingLabel),
              new Column<>(
                  "转接去向",
                  c -> c.legs().stream().map(LegView::code).collect(Collectors.joining("；"))),
              new Column<>("关联工单", c -> c.ticketId()),
              new Column<>("是否录音", c -> Cells.yes(c.recorded()))));

  private CallSheet() {}

  private static String label(Labelled value) {
    return value.label();
  }
}
