package hotline.sync.command;

import hotline.sync.Tx;

/** Carries out commands from other nodes. */
public interface CommandHandler {

  /**
   * Carries out one command in the transaction that also records its outcome, so a repeat is
   * answered without calling this again. Throwing rolls back and makes the sender try again later;
   * a business refusal is returned, not thrown, and nothing else may have been written then.
   */
  CommandOutcome handle(Tx tx, InboundCommand command);
}
