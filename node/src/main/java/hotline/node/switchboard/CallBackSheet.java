package hotline.node.switchboard;

import hotline.node.export.Cells;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.switchboard.CallBackController.CallBackView;
import hotline.node.ticket.PersonalNumbers;
import java.util.List;

/** The columns of exported calls that are owed; who is to be called is masked (SEC-01). */
final class CallBackSheet {

  static final Sheet<CallBackView> CALL_BACKS =
      new Sheet<>(
          "回拨",
          List.of(
              new Column<>("通话编号", CallBackView::callId),
              new Column<>("热线号码", CallBackView::line),
              new Column<>("来电号码", c -> c.caller()),
              new Column<>("回拨原因", CallBackView::causeLabel),
              new Column<>("产生时间", c -> Cells.time(c.openedAt())),
              new Column<>("应回拨时间", c -> Cells.time(c.due().at())),
              new Column<>("是否超时", c -> Cells.yes(c.overdue())),
              new Column<>("状态", CallBackView::stateLabel),
              new Column<>("领取人", c -> c.takenBy()),
              new Column<>("已拨次数", c -> Integer.toString(c.attempts())),
              new Column<>("回拨情况", c -> PersonalNumbers.hiddenIn(c.note())),
              new Column<>("关联工单", c -> c.ticketId())));

  private CallBackSheet() {}
}
