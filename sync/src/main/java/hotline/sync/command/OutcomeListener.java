package hotline.sync.command;

import hotline.sync.NodeCode;
import hotline.sync.Tx;

/** Hears, at the sender, what became of its commands. */
public interface OutcomeListener {

  /**
   * Called once for each command, in the transaction that takes it out of the queue.
   *
   * @param payload as it was enqueued
   */
  void onOutcome(
      Tx tx,
      CommandId id,
      NodeCode target,
      String orderingKey,
      String type,
      byte[] payload,
      CommandOutcome outcome);

  /**
   * A person has cancelled a command that could not be delivered; in the transaction that removes
   * it.
   */
  void onCancelled(
      Tx tx, CommandId id, NodeCode target, String orderingKey, String type, byte[] payload);
}
