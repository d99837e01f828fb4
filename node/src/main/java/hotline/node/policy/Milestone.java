package hotline.node.policy;

/** What can satisfy a limit (Q-09: 办结或反馈). */
public enum Milestone {
  /** The requester was spoken with for the first time, or got a first answer. */
  FEEDBACK,
  /** The reply. */
  REPLY
}
