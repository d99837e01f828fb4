package hotline.node.desk;

import hotline.node.export.Cells;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.store.AuditStore.AuditEntry;
import hotline.node.ticket.Alias;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.PersonalNumbers;
import hotline.node.ticket.Ticket;
import hotline.node.view.RequesterView;
import hotline.node.view.TicketRow;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of exported lists. Who asks is masked there as everywhere, and so are numbers in what
 * was written (SEC-01): a file goes where nobody can look.
 */
final class Sheets {

  /** A ticket with its row of the list. */
  record Listed(Ticket ticket, TicketRow row) {}

  /** An assignment with its ticket, which is missing when it has not arrived. */
  record Work(Assignment assignment, @Nullable Ticket ticket) {}

  static final Sheet<Listed> TICKETS =
      new Sheet<>(
          "工单",
          List.of(
              new Column<>("工单编号", t -> t.row().id()),
              new Column<>("标题", t -> t.row().title()),
              new Column<>("诉求内容", t -> PersonalNumbers.hidden(t.ticket().appeal().content())),
              new Column<>("类别", t -> t.row().category().label()),
              new Column<>("紧急程度", t -> t.row().urgency().label()),
              new Column<>("来电渠道", t -> t.row().channel().label()),
              new Column<>("状态", t -> t.row().state().label()),
              new Column<>("事项", t -> t.row().matter() == null ? null : t.row().matter().name()),
              new Column<>("所属区域", t -> t.row().region() == null ? null : t.row().region().name()),
              new Column<>("涉事地点", t -> PersonalNumbers.hiddenIn(t.ticket().appeal().place())),
              new Column<>("受理节点", t -> t.row().owner().name()),
              new Column<>("当前承办", t -> t.row().currentHandler()),
              new Column<>("登记时间", t -> Cells.time(t.row().registeredAt())),
              new Column<>("受理时间", t -> Cells.time(t.row().acceptedAt())),
              new Column<>(
                  "办理时限", t -> t.row().due() == null ? null : Cells.time(t.row().due().at())),
              new Column<>("是否超期", t -> Cells.yes(t.row().overdue())),
              new Column<>("是否涉企", t -> Cells.yes(t.row().enterprise())),
              new Column<>(
                  "其他编号",
                  t ->
                      t.ticket().appeal().aliases().stream()
                          .map(Sheets::alias)
                          .collect(Collectors.joining("；"))),
              new Column<>("诉求人", t -> RequesterView.masked(t.ticket().requester()).name()),
              new Column<>("联系电话", t -> RequesterView.masked(t.ticket().requester()).phone()),
              new Column<>("答复内容", Sheets::answer),
              new Column<>("办结时间", Sheets::closedAt)));

  static final Sheet<Work> ASSIGNMENTS =
      new Sheet<>(
          "派办",
          List.of(
              new Column<>("派办编号", w -> w.assignment().id().toString()),
              new Column<>("工单编号", w -> w.assignment().id().ticket().toString()),
              new Column<>(
                  "标题",
                  w ->
                      w.ticket() == null
                          ? null
                          : PersonalNumbers.hidden(w.ticket().appeal().title())),
              new Column<>("承办单位", w -> w.assignment().charge().assignee().name()),
              new Column<>("派办节点", w -> w.assignment().charge().assigner().name()),
              new Column<>("主办协办", w -> w.assignment().charge().role().label()),
              new Column<>("状态", w -> w.assignment().state().label()),
              new Column<>("办理轮次", w -> Integer.toString(w.assignment().round())),
              new Column<>("签收时限", w -> Cells.time(w.assignment().terms().signForDue().at())),
              new Column<>("办理时限", w -> Cells.time(w.assignment().terms().due().at())),
              new Column<>("签收时间", Sheets::signedAt),
              new Column<>(
                  "最近答复时间",
                  w ->
                      w.assignment()
                          .handling()
                          .lastReply()
                          .map(reply -> Cells.time(reply.at()))
                          .orElse(null)),
              new Column<>(
                  "最近答复",
                  w ->
                      w.assignment()
                          .handling()
                          .lastReply()
                          .map(reply -> PersonalNumbers.hidden(reply.content()))
                          .orElse(null)),
              new Column<>("是否挂账", w -> Cells.yes(w.assignment().handling().onAccount())),
              new Column<>("是否剔除", w -> Cells.yes(w.assignment().handling().excluded()))));

  /** An entry of the record of looks. */
  static final Sheet<AuditEntry> AUDIT =
      new Sheet<>(
          "审计记录",
          List.of(
              new Column<>("时间", e -> Cells.time(e.at())),
              new Column<>("用户", AuditEntry::username),
              new Column<>("操作", AuditEntry::action),
              new Column<>("对象", AuditEntry::subject),
              new Column<>("详情", AuditEntry::detail)));

  private Sheets() {}

  private static String alias(Alias alias) {
    return alias.system() + " " + alias.number();
  }

  private static @Nullable String answer(Listed listed) {
    var answer = listed.ticket().outcome().answer();
    return answer == null ? null : PersonalNumbers.hidden(answer.content());
  }

  private static @Nullable String closedAt(Listed listed) {
    var closure = listed.ticket().outcome().closure();
    return closure == null ? null : Cells.time(closure.at());
  }

  private static @Nullable String signedAt(Work work) {
    var signFor = work.assignment().handling().signFor();
    return signFor == null ? null : Cells.time(signFor.at());
  }
}
