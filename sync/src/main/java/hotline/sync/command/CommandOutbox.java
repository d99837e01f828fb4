package hotline.sync.command;

import hotline.sync.Tx;

/** Where a decision leaves the commands that follow from it. */
public interface CommandOutbox {

  /**
   * Writes a command in the caller's transaction. It is delivered after the commit, tried again for
   * as long as it takes, and its outcome reported to the {@link OutcomeListener}.
   */
  CommandId enqueue(Tx tx, CommandDraft draft);
}
