package hotline.node.classification;

/** How a ticket came to its end. */
public enum ClosureKind implements Labelled {
  /** Answered without a dispatch (INT-15). */
  ANSWERED_AT_ONCE("即时办结"),
  SATISFIED("回访办结"),
  /** RVS-06 */
  DEFAULT_SATISFIED("超时默认办结"),
  /** RVS-10 */
  EXPLAINED("解释办结"),
  /** The requester left no way to be asked. */
  UNREACHABLE("无法回访办结"),
  /** LIF-14 */
  WITHDRAWN("诉求人撤单"),
  /**
   * Not the ticket's end but an order's: after a follow-up the matter went to somebody else
   * (LIF-19).
   */
  REASSIGNED("再次转办"),
  /** A value that only a newer node knows. */
  UNKNOWN("未知");

  private final String label;

  ClosureKind(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }
}
