package hotline.local.demo.scenario;

import java.util.Locale;

/** What people do in the demo, as it is counted and shown. */
public enum Act {
  REGISTERED("登记"),
  KNOWN_BEFORE("先前已登记"),
  DUPLICATE("重复诉求"),
  ACCEPTED("受理"),
  REFUSED("不予受理"),
  ANSWERED("即时办结"),
  DISPATCHED("派单"),
  SENT_DOWN("下派"),
  CO_ORDERED("协办"),
  ESCALATED("上报"),
  RECEIVED("接单"),
  SIGNED_FOR("签收"),
  CONTACTED("联系诉求人"),
  RETURN_REQUESTED("申请退单"),
  RETURN_APPROVED("同意退单"),
  RETURN_REJECTED("不同意退单"),
  PLANNED("制定办理计划"),
  EXTENSION_REQUESTED("申请延期"),
  EXTENSION_GRANTED("同意延期"),
  EXTENSION_REJECTED("不同意延期"),
  PUT_OFF_REQUESTED("申请挂账"),
  PUT_OFF_SIGNED("分管领导签批"),
  PUT_ON_ACCOUNT("同意挂账"),
  REMINDED("催办"),
  SUPERVISED("督办"),
  REPLIED("答复"),
  REPLIED_AGAIN("再次答复"),
  REPLY_CONFIRMED("审核通过"),
  REPLY_SENT_BACK("退回重报"),
  FOLLOWED_UP("回访"),
  DISSATISFIED("回访不满意"),
  REDONE("重办"),
  EXPLAINED("解释办结"),
  CLOSED("办结"),
  ARCHIVED("归档");

  private final String label;

  Act(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Its name in the report: {@code returnRequested}. */
  public String key() {
    StringBuilder key = new StringBuilder();
    for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
      key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return key.toString();
  }
}
