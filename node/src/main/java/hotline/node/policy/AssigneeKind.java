package hotline.node.policy;

/** What sort of assignee a limit is about. */
public enum AssigneeKind {
  UNIT,
  /** A node below: a provincial dispatch, for instance (SLA-05). */
  CHILD,
  /** The node above. */
  PARENT
}
