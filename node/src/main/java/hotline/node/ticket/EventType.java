package hotline.node.ticket;

import hotline.node.classification.Labelled;
import hotline.node.classification.RecordKind;

/** What can happen in a ticket's life, as records and timelines name it. */
public enum EventType implements Labelled {
  TICKET_REGISTERED("登记诉求", RecordKind.INTAKE, false),
  TICKET_ACCEPTED("受理", RecordKind.INTAKE, false),
  TICKET_REFUSED("不予受理", RecordKind.INTAKE, false),
  TICKET_ANSWERED("答复诉求人", RecordKind.TICKET, false),
  TICKET_FOLLOWED_UP("回访评价", RecordKind.FOLLOW_UP, false),
  TICKET_CLOSED("办结", RecordKind.TICKET, false),
  TICKET_WITHDRAWN("撤单", RecordKind.TICKET, false),
  TICKET_ARCHIVED("归档", RecordKind.TICKET, false),
  ORDER_PLACED("派单", RecordKind.TICKET, false),
  ORDER_SIGNED_FOR("收到签收", RecordKind.TICKET, true),
  ORDER_CONTACTED("收到联系情况", RecordKind.TICKET, true),
  ORDER_RETURN_REQUESTED("收到退单申请", RecordKind.TICKET, true),
  ORDER_EXTENSION_REQUESTED("收到延期申请", RecordKind.TICKET, true),
  ORDER_REPLIED("收到答复", RecordKind.TICKET, true),
  LATE_REPORT("收到迟到的反馈", RecordKind.TICKET, false),
  REPLY_ACCEPTED("答复审核通过", RecordKind.TICKET, false),
  REPLY_REJECTED("答复审核退回", RecordKind.TICKET, false),
  RETURN_APPROVED("同意退单", RecordKind.TICKET, false),
  RETURN_DECLINED("不同意退单", RecordKind.TICKET, false),
  EXTENSION_GRANTED("同意延期", RecordKind.TICKET, false),
  EXTENSION_DECLINED("不同意延期", RecordKind.TICKET, false),
  ORDER_REDONE("发回重办", RecordKind.TICKET, false),
  ORDER_REMINDED("催办", RecordKind.SUPERVISION, false),
  ORDER_SUPERVISED("督办", RecordKind.SUPERVISION, false),
  ORDER_DELIVERED("派单送达", RecordKind.TICKET, true),
  ORDER_REFUSED("派单被拒收", RecordKind.TICKET, false),
  ORDER_ABANDONED("派单放弃送达", RecordKind.TICKET, false),
  ORDER_CANCELLED("撤销派办", RecordKind.TICKET, false),
  ORDER_CONCLUDED("派办办结", RecordKind.TICKET, true),
  ASSIGNMENT_RECEIVED("接收派办", RecordKind.TICKET, true),
  SIGNED_FOR("签收", RecordKind.TICKET, false),
  DEEMED_SIGNED_FOR("超时视为签收", RecordKind.TICKET, false),
  REQUESTER_CONTACTED("联系诉求人", RecordKind.TICKET, false),
  RETURN_REQUESTED("申请退单", RecordKind.TICKET, false),
  EXTENSION_REQUESTED("申请延期", RecordKind.TICKET, false),
  REPLIED("答复", RecordKind.TICKET, false),
  ORDER_REQUEST_MADE("收到申请", RecordKind.TICKET, true),
  ORDER_REQUEST_SIGNED("收到申请签批情况", RecordKind.TICKET, true),
  REQUEST_MADE("提出申请", RecordKind.TICKET, false),
  REQUEST_SIGNED("单位签批申请", RecordKind.TICKET, false),
  REQUEST_ENDORSED("审核申请", RecordKind.TICKET, false),
  REQUEST_GRANTED("同意申请", RecordKind.TICKET, false),
  REQUEST_DECLINED("不同意申请", RecordKind.TICKET, false),
  WORK_MERGED("并案", RecordKind.TICKET, false),
  MERGE_JOINED("并入他案", RecordKind.TICKET, false),
  MERGE_SPLIT("撤销并案", RecordKind.TICKET, false),
  MEETING_CONVENED("召集联席会议", RecordKind.TICKET, false),
  MEETING_DECIDED("联席会议指定", RecordKind.TICKET, false),
  ORDER_PHONED("电话通知承办单位", RecordKind.TICKET, false),
  INSTRUCTION_FOLLOWED("收到派出方指令", RecordKind.TICKET, true),
  LATE_INSTRUCTION("收到迟到的指令", RecordKind.TICKET, true),
  LINE_REGISTERED("登记热线号码", RecordKind.LINE, false),
  LINE_MERGED("归并热线", RecordKind.LINE, false),
  LINE_CHANGED("变更热线", RecordKind.LINE, false),
  LINE_CANCELLED("取消热线号码", RecordKind.LINE, false),
  CALL_NOTED("话务", RecordKind.CALL, false),
  CALL_ANSWERED("接听", RecordKind.CALL, false),
  CALL_TRANSFERRED("转接", RecordKind.CALL, false),
  CALL_TRANSFER_FAILED("转接失败", RecordKind.CALL, false),
  CALL_MISSED("未接通", RecordKind.CALL, false),
  CALL_ENDED("通话结束", RecordKind.CALL, false),
  CALL_BACK_OPENED("列入回拨", RecordKind.CALL, false),
  CALL_BACK_TAKEN("领取回拨", RecordKind.CALL, false),
  CALL_BACK_ATTEMPTED("回拨", RecordKind.CALL, false),
  CALL_BACK_DONE("完成回拨", RecordKind.CALL, false),
  CALL_BACK_GIVEN_UP("回拨无法联系", RecordKind.CALL, false),
  ABUSE_NOTED("记录扰乱热线行为", RecordKind.CALL, false),
  CALLER_RESTRICTED("限制来电", RecordKind.CALL, false),
  RESTRICTION_LIFTED("解除限制", RecordKind.CALL, false),
  ABUSE_HANDED_OVER("移交处理", RecordKind.CALL, false),
  TICKET_HANDED_TO_EMERGENCY("转接紧急热线", RecordKind.INTAKE, false),
  DEADLINE_NEAR("即将超时", RecordKind.TICKET, false),
  DEADLINE_PASSED("超过时限", RecordKind.TICKET, false),
  DEADLINES_RECOMPUTED("时限重新计算", RecordKind.TICKET, false),
  ANSWER_SENT("结果已告知诉求人", RecordKind.FOLLOW_UP, false),
  REQUESTER_CALLED("人工回访", RecordKind.FOLLOW_UP, false),
  PANEL_REVIEWED("法律顾问研判", RecordKind.FOLLOW_UP, false),
  SCREENING_REQUESTED("申请甄别", RecordKind.FOLLOW_UP, false),
  SCREENING_APPROVED("同意甄别", RecordKind.FOLLOW_UP, false),
  SCREENING_DECLINED("不同意甄别", RecordKind.FOLLOW_UP, false),
  SUPERVISION_ISSUED("督办立项", RecordKind.SUPERVISION, false),
  SUPERVISION_EXPLAINED("提交情况说明", RecordKind.SUPERVISION, false),
  SUPERVISION_EXPLANATION_ACCEPTED("认可情况说明", RecordKind.SUPERVISION, false),
  SUPERVISION_EXPLANATION_REJECTED("不认可情况说明", RecordKind.SUPERVISION, false),
  SUPERVISION_SESSION_HELD("督办会议、约谈、现场", RecordKind.SUPERVISION, false),
  SUPERVISION_JOINED("联合督办", RecordKind.SUPERVISION, false),
  SUPERVISION_ESCALATED("提级督办", RecordKind.SUPERVISION, false),
  SUPERVISION_CLOSED("督办办结", RecordKind.SUPERVISION, false),
  SUPERVISION_LIFTED("解除督办", RecordKind.SUPERVISION, false),
  ACCOUNTABILITY_RAISED("责任追究", RecordKind.SUPERVISION, false),
  ARCHIVE_DOCUMENT_ADDED("归档材料", RecordKind.TICKET, false),
  ARCHIVE_SEALED("归档材料封存", RecordKind.TICKET, false),
  ATTACHMENT_ADDED("上传附件", RecordKind.TICKET, false),
  PLAN_MADE("制定办理计划", RecordKind.TICKET, false),
  PLAN_STEP_DONE("完成计划节点", RecordKind.TICKET, false),
  ORDER_PLAN_MADE("收到办理计划", RecordKind.TICKET, true),
  ORDER_PLAN_STEP_DONE("收到计划节点完成情况", RecordKind.TICKET, true),
  TICKET_SUPPLEMENTED("诉求人追加", RecordKind.INTAKE, false),
  /** Something that only a newer node knows. */
  UNKNOWN("其他", RecordKind.UNKNOWN, false);

  private final String label;
  private final RecordKind kind;
  private final boolean echo;

  EventType(String label, RecordKind kind, boolean echo) {
    this.label = label;
    this.kind = kind;
    this.echo = echo;
  }

  /** The title in a timeline. */
  @Override
  public String label() {
    return label;
  }

  /** Which of the full-volume records it belongs to (XTR-03). */
  public RecordKind kind() {
    return kind;
  }

  /**
   * Whether it only says at one end what also happened at the other, so that a timeline which shows
   * both ends may leave it out.
   */
  public boolean echo() {
    return echo;
  }
}
