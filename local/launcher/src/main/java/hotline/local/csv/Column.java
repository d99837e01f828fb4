package hotline.local.csv;

import java.util.List;
import java.util.Locale;

/** What a column of a message file may hold, and the headers by which it is recognised. */
enum Column {
  ID(true, 128, "msg_id", "message_id", "id", "编号", "留言编号", "工单编号", "流水号", "序号"),
  REQUESTER(false, 50, "user_id", "user", "requester", "诉求人", "用户", "用户编号", "留言用户", "姓名"),
  PHONE(false, 30, "phone", "tel", "mobile", "电话", "联系电话", "手机", "手机号", "联系方式"),
  TITLE(false, 20_000, "subject", "title", "topic", "标题", "主题", "留言主题", "诉求标题"),
  CREATED_AT(false, 40, "created_at", "time", "date", "时间", "留言时间", "提交时间", "诉求时间", "来电时间"),
  CONTENT(true, 20_000, "detail", "content", "text", "body", "内容", "详情", "留言详情", "诉求内容", "反映内容"),
  PLACE(false, 200, "place", "address", "地点", "地址", "事发地点", "事发地址");

  private final boolean required;
  private final int longest;
  private final List<String> headers;

  Column(boolean required, int longest, String... headers) {
    this.required = required;
    this.longest = longest;
    this.headers = List.of(headers);
  }

  boolean required() {
    return required;
  }

  /** How many characters a cell may have, as many as a node takes. */
  int longest() {
    return longest;
  }

  /** The headers that stand for this column, in the order of preference. */
  List<String> headers() {
    return headers;
  }

  boolean isNamed(String header) {
    return headers.contains(header.strip().toLowerCase(Locale.ROOT).replace(' ', '_'));
  }
}
