package hotline.node.oversight;

import hotline.node.export.Cells;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.oversight.SupervisionView.ExplanationView;
import hotline.node.ticket.PersonalNumbers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of exported supervisions, with numbers of persons hidden as everywhere (SEC-01). */
final class SupervisionSheet {

  static final Sheet<SupervisionView> SUPERVISIONS =
      new Sheet<>(
          "督办",
          List.of(
              new Column<>("督办编号", SupervisionView::id),
              new Column<>("立项节点", s -> s.owner().name()),
              new Column<>("督办对象", s -> s.target().name()),
              new Column<>("关联工单", s -> s.ticketId()),
              new Column<>("关联派办", s -> s.assignmentId()),
              new Column<>("督办方式", s -> s.tool().label()),
              new Column<>("督办情形", s -> s.trigger().label()),
              new Column<>("督办要求", s -> PersonalNumbers.hidden(s.demand())),
              new Column<>("联合督办单位", s -> String.join("；", s.jointBodies())),
              new Column<>("立项时间", s -> Cells.time(s.issuedAt())),
              new Column<>("立项人", SupervisionView::by),
              new Column<>("说明时限", s -> s.due() == null ? null : Cells.time(s.due().at())),
              new Column<>("说明是否逾期", s -> Cells.yes(s.overdue())),
              new Column<>("状态", s -> s.state().label()),
              new Column<>("最近说明", SupervisionSheet::explained),
              new Column<>("说明时间", SupervisionSheet::explainedAt),
              new Column<>(
                  "办结意见", s -> s.ended() == null ? null : PersonalNumbers.hidden(s.ended().text())),
              new Column<>("办结时间", s -> s.ended() == null ? null : Cells.time(s.ended().at()))));

  private SupervisionSheet() {}

  private static @Nullable String explained(SupervisionView supervision) {
    ExplanationView last = last(supervision);
    return last == null ? null : PersonalNumbers.hidden(last.text());
  }

  private static @Nullable String explainedAt(SupervisionView supervision) {
    ExplanationView last = last(supervision);
    return last == null ? null : Cells.time(last.at());
  }

  private static @Nullable ExplanationView last(SupervisionView supervision) {
    List<ExplanationView> all = supervision.explanations();
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }
}
