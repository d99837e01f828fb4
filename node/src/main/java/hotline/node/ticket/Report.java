package hotline.node.ticket;

/** What an assignee did, as it is told to the holder of its order. */
public sealed interface Report {

  /** It signed for the work, or counts as if it had. */
  record SignedFor(SignFor signFor) implements Report {}

  /** It spoke with the citizen. */
  record Contacted(Contact contact) implements Report {}

  /** It wants to give the work back. */
  record ReturnRequested(ReturnRequest request) implements Report {}

  /** It wants more time. */
  record ExtensionRequested(Extension extension) implements Report {}

  /** It replied. */
  record Replied(Reply reply) implements Report {}
}
