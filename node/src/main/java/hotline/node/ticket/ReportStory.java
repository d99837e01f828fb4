package hotline.node.ticket;

/** Tells what an assignee did in a sentence each. */
final class ReportStory {

  private ReportStory() {}

  static EventType type(Report report) {
    if (report instanceof Report.SignedFor r) {
      return r.signFor().deemed() ? EventType.DEEMED_SIGNED_FOR : EventType.SIGNED_FOR;
    } else if (report instanceof Report.Contacted) {
      return EventType.REQUESTER_CONTACTED;
    } else if (report instanceof Report.ReturnRequested) {
      return EventType.RETURN_REQUESTED;
    } else if (report instanceof Report.ExtensionRequested) {
      return EventType.EXTENSION_REQUESTED;
    }
    return EventType.REPLIED;
  }

  static String text(Report report) {
    if (report instanceof Report.SignedFor) {
      return "";
    } else if (report instanceof Report.Contacted r) {
      return r.contact().note();
    } else if (report instanceof Report.ReturnRequested r) {
      ReturnRequest request = r.request();
      return request.reason()
          + "；依据："
          + request.basis()
          + "；建议转送："
          + request.suggestion()
          + (request.late() ? "（超期退单）" : "");
    } else if (report instanceof Report.ExtensionRequested r) {
      return "延长 " + r.extension().workingDays() + " 个工作日：" + r.extension().reason();
    } else if (report instanceof Report.Replied r) {
      return (r.reply().resolved() ? "已解决。" : "未能解决。") + r.reply().content();
    }
    throw new AssertionError(report);
  }
}
