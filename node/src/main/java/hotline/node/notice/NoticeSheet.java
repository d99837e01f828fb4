package hotline.node.notice;

import hotline.node.export.Cells;
import hotline.node.export.Sheet;
import hotline.node.export.Sheet.Column;
import hotline.node.store.NoticeStore.Notice;
import hotline.node.ticket.PersonalNumbers;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of exported messages; whom they went to is not among what is kept. */
final class NoticeSheet {

  static final Sheet<Notice> NOTICES =
      new Sheet<>(
          "告知短信",
          List.of(
              new Column<>("编号", n -> Long.toString(n.id())),
              new Column<>("工单编号", n -> n.ticket().toString()),
              new Column<>("种类", n -> n.kind().label()),
              new Column<>("内容", n -> PersonalNumbers.hidden(n.text())),
              new Column<>("状态", n -> n.state().label()),
              new Column<>("写入时间", n -> Cells.time(n.createdAt())),
              new Column<>("发送时间", NoticeSheet::sentAt),
              new Column<>("发送次数", n -> Integer.toString(n.attempts())),
              new Column<>("失败原因", n -> n.problem())));

  private NoticeSheet() {}

  private static @Nullable String sentAt(Notice notice) {
    Instant sent = notice.sentAt();
    return sent == null ? null : Cells.time(sent);
  }
}
