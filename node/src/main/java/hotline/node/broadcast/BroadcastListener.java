package hotline.node.broadcast;

/** Somebody who acts on reference documents. */
@FunctionalInterface
public interface BroadcastListener {

  /**
   * Told of the newest version of a document after the transaction that brought it has committed:
   * within moments where it committed, within seconds in the node's other processes. Versions that
   * have been replaced meanwhile are left out. Each process is told anew when it starts, so this
   * must be repeatable. Calls come one at a time, on a thread of their own and outside any
   * transaction; after an exception the same document comes again.
   */
  void published(BroadcastDocument document);
}
