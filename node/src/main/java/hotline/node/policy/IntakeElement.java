package hotline.node.policy;

import hotline.node.classification.Labelled;

/** What an appeal must contain before it can be accepted (INT-09). */
public enum IntakeElement implements Labelled {
  /**
   * A name, a phone number or the number of another system; or that the requester stays anonymous.
   */
  CONTACT("联系方式"),
  CONTENT("诉求内容"),
  CATEGORY("诉求类别"),
  OCCURRED_AT("涉事时间"),
  /** The place, or at least the region. */
  PLACE("涉事地点"),
  MATTER("事项归口");

  private final String label;

  IntakeElement(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
