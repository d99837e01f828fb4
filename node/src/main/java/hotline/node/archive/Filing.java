package hotline.node.archive;

import hotline.node.classification.ArchiveKind;
import hotline.node.classification.Channel;
import hotline.node.entity.Checks;
import hotline.node.entity.Step;
import hotline.node.error.ErrorCode;
import hotline.node.supervision.Supervision;
import hotline.node.ticket.Answer;
import hotline.node.ticket.EventType;
import hotline.node.ticket.FollowUp;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.Order;
import hotline.node.ticket.Reply;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.Urge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decides about files: what may be added, and what a sealed one holds. Pure. */
public final class Filing {

  private Filing() {}

  /** A file that nothing has been added to. */
  public static ArchiveFile empty(Ticket ticket, NodeRef owner, Instant now) {
    return new ArchiveFile(ticket.id(), 0, owner, now, List.of(), List.of(), List.of(), null);
  }

  /** Adds what only people can add. */
  public static Step<ArchiveFile> add(ArchiveFile file, ArchiveItem item) {
    Checks.require(
        file.sealedAt() == null, ErrorCode.STATE_FORBIDS, "工单 " + file.ticket() + " 已归档，不能再增加材料");
    Checks.require(
        item.kind() == ArchiveKind.LEADER_INSTRUCTION
            || item.kind() == ArchiveKind.RECORDING
            || item.kind() == ArchiveKind.FEEDBACK,
        ErrorCode.ARCHIVE_RULE,
        "“" + item.kind().label() + "”由系统归档；可以增加的是领导批示、通话录音、反馈信息");
    Checks.requireText(item.title(), ErrorCode.ARCHIVE_RULE, "材料名称");
    return new Step<>(
        file.with(item),
        EventType.ARCHIVE_DOCUMENT_ADDED,
        item.kind().label() + "：" + item.title());
  }

  /**
   * Seals a file: what the ticket itself, its supervisions and its calls bring, and what was added.
   *
   * @param recordings of the ticket's calls
   */
  public static Step<ArchiveFile> seal(
      ArchiveFile file,
      Ticket ticket,
      List<Supervision> supervisions,
      List<ArchiveItem> recordings,
      Instant now) {
    List<ArchiveItem> items = new ArrayList<>(recordings);
    addSheets(items, ticket, now);
    addUrges(items, ticket, supervisions, now);
    addFeedback(items, ticket);
    addSatisfaction(items, ticket);
    items.addAll(file.added());
    List<Missing> missing =
        Arrays.stream(ArchiveKind.values())
            .filter(ArchiveKind::known)
            .filter(kind -> items.stream().noneMatch(item -> item.kind() == kind))
            .map(kind -> missing(kind, ticket))
            .toList();
    ArchiveFile sealed = file.sealed(items, missing, now);
    return new Step<>(
        sealed,
        EventType.ARCHIVE_SEALED,
        "共" + items.size() + "件" + (sealed.complete() ? "，齐全" : "，有缺件"));
  }

  private static void addSheets(List<ArchiveItem> items, Ticket ticket, Instant now) {
    items.add(
        new ArchiveItem(
            ArchiveKind.TICKET_SHEET,
            "工单（第" + ticket.version() + "版）",
            ticket.id().toString(),
            now));
    for (Order order : ticket.orders().all()) {
      items.add(
          new ArchiveItem(
              ArchiveKind.TICKET_SHEET,
              "派办" + order.assignee().name(),
              order.assignment().toString(),
              order.terms().dispatchedAt()));
    }
  }

  private static void addUrges(
      List<ArchiveItem> items, Ticket ticket, List<Supervision> supervisions, Instant now) {
    int urges = 0;
    for (Order order : ticket.orders().all()) {
      for (Urge urge : order.handling().urges()) {
        urges++;
        items.add(
            new ArchiveItem(
                ArchiveKind.URGE_SHEET,
                urge.kind().label() + order.assignee().name(),
                order.assignment().toString(),
                urge.at()));
      }
    }
    for (Supervision supervision : supervisions) {
      items.add(
          new ArchiveItem(
              ArchiveKind.URGE_SHEET,
              supervision.demand().tool().label() + supervision.about().target().name(),
              supervision.id().toString(),
              supervision.issuedAt()));
    }
    if (urges + supervisions.size() > 0) {
      items.add(
          new ArchiveItem(
              ArchiveKind.URGE_LEDGER,
              "催办、督办" + urges + "次，督办立项" + supervisions.size() + "件",
              ticket.id().toString(),
              now));
    }
  }

  private static void addFeedback(List<ArchiveItem> items, Ticket ticket) {
    for (Order order : ticket.orders().all()) {
      for (Reply reply : order.handling().replies()) {
        items.add(
            new ArchiveItem(
                ArchiveKind.FEEDBACK,
                order.assignee().name() + "第" + reply.round() + "轮答复",
                order.assignment().toString(),
                reply.at()));
      }
    }
    Answer answer = ticket.outcome().answer();
    if (answer != null) {
      items.add(
          new ArchiveItem(ArchiveKind.FEEDBACK, "答复诉求人", ticket.id().toString(), answer.at()));
    }
  }

  private static void addSatisfaction(List<ArchiveItem> items, Ticket ticket) {
    for (FollowUp rating : ticket.followUps().all()) {
      items.add(
          new ArchiveItem(
              ArchiveKind.SATISFACTION,
              "第"
                  + rating.round()
                  + "轮"
                  + rating.satisfaction().label()
                  + "（"
                  + rating.source().label()
                  + "）",
              ticket.id().toString(),
              rating.at()));
    }
  }

  private static Missing missing(ArchiveKind kind, Ticket ticket) {
    return switch (kind) {
      case RECORDING ->
          ticket.appeal().channel() == Channel.PHONE
              ? new Missing(kind, true, "电话诉求，没有取得通话录音")
              : new Missing(kind, false, "诉求来自" + ticket.appeal().channel().label() + "，没有通话");
      case URGE_SHEET, URGE_LEDGER -> new Missing(kind, false, "没有督（催）办");
      case LEADER_INSTRUCTION -> new Missing(kind, false, "没有领导批示");
      case FEEDBACK ->
          ticket.outcome().refusal() != null || ticket.orders().all().isEmpty()
              ? new Missing(kind, false, "没有派办，没有答复")
              : new Missing(kind, false, "撤单，未答复");
      case SATISFACTION -> new Missing(kind, false, "没有回访评价（" + ending(ticket) + "）");
      case TICKET_SHEET, UNKNOWN -> new Missing(kind, true, "没有");
    };
  }

  private static String ending(Ticket ticket) {
    if (ticket.outcome().refusal() != null) {
      return "不予受理";
    }
    return ticket.outcome().closure() == null ? "未办结" : ticket.outcome().closure().kind().label();
  }
}
