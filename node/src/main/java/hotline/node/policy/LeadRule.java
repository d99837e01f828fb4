package hotline.node.policy;

/** Whom the lead of a joint matter falls to. */
public enum LeadRule {
  /** 职能就近: the unit whose duties are nearest (DSP-02). */
  NEAREST_FUNCTION,
  /** 首接负责: whoever received it first (DSP-06, DSP-07). */
  FIRST_RECEIVER,
  /** Level by level, by category (DSP-10). */
  BY_CATEGORY
}
