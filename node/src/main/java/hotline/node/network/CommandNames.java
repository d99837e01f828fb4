package hotline.node.network;

import java.util.Map;

/** What commands between nodes are called, by the type that travels. */
final class CommandNames {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("instruction.Dispatched", "派单"),
          Map.entry("instruction.ReturnDecided", "退单审核结果"),
          Map.entry("instruction.RequestDecided", "申请审核结果"),
          Map.entry("instruction.ReplyReviewed", "答复审核结果"),
          Map.entry("instruction.Redo", "发回重办"),
          Map.entry("instruction.Cancelled", "撤销派办"),
          Map.entry("instruction.TicketConcluded", "办结通知"),
          Map.entry("instruction.TermsRecomputed", "时限重算"),
          Map.entry("instruction.OpinionsTold", "协办意见"),
          Map.entry("instruction.Urged", "催办、督办"),
          Map.entry("instruction.Supplemented", "诉求追加"),
          Map.entry("report.SignedFor", "签收"),
          Map.entry("report.Contacted", "联系诉求人"),
          Map.entry("report.ReturnRequested", "申请退单"),
          Map.entry("report.RequestMade", "申请"),
          Map.entry("report.RequestSigned", "申请签批"),
          Map.entry("report.Replied", "答复"),
          Map.entry("report.Planned", "办理计划"),
          Map.entry("report.StepFinished", "计划节点完成"),
          Map.entry("supervision.Stands", "督办"),
          Map.entry("supervision.Explained", "督办情况说明"),
          Map.entry("repeat.Told", "重复诉求提示"),
          Map.entry("attachment.Told", "附件"));

  private CommandNames() {}

  /** The type itself where it has no name here. */
  static String of(String type) {
    return NAMES.getOrDefault(type, type);
  }
}
