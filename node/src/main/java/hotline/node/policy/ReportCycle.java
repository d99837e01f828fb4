package hotline.node.policy;

/** How often a node reports upward (XTR-08, Q-10). */
public enum ReportCycle {
  WEEK,
  MONTH,
  QUARTER,
  YEAR
}
