package hotline.node.classification;

/** Where an appeal came in (INT-02 to INT-06). */
public enum Channel implements Labelled {
  PHONE("电话"),
  WEB("政务服务网"),
  APP("手机APP"),
  WECHAT("微信"),
  WEIBO("微博"),
  SMS("短信"),
  FAX("传真"),
  EMAIL("邮件"),
  VISIT("来访"),
  ROBOT("智能客服"),
  NATIONAL_PLATFORM("国家政务服务平台"),
  STATE_COUNCIL_MESSAGES("中国政府网留言"),
  PEOPLE_MESSAGE_BOARD("人民网领导留言板"),
  SERVICE_REVIEW("政务服务“好差评”"),
  TRANSFER("其他热线转接"),
  OTHER("其他渠道"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  Channel(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
