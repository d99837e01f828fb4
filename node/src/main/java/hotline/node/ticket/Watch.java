package hotline.node.ticket;

import hotline.node.classification.Labelled;

/** What a deadline is kept watch over for. */
public enum Watch implements Labelled {
  DISPATCH("派单"),
  /** The citizen's own clock. */
  ANSWER("答复诉求人"),
  SIGN_FOR("签收"),
  /** That the assignee speaks with the citizen of its own accord (LIF-01). */
  CONTACT("联系诉求人"),
  FEEDBACK("首次反馈"),
  REPLY("办理答复"),
  /** The next milestone of a plan (RVS-18). */
  PLAN_STEP("计划节点"),
  RETURN_REVIEW("退单审核"),
  FOLLOW_UP("回访评价");

  private final String label;

  Watch(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
