package hotline.sync;

import java.sql.Connection;

/**
 * The database transaction that a piece of work runs in. Only stores look inside; everybody else
 * passes it on, which is how "in the same transaction" is visible in a signature.
 */
public interface Tx {

  /**
   * The transaction's connection: autocommit off, READ COMMITTED. Never committed or closed by the
   * caller.
   */
  Connection connection();

  /**
   * Runs {@code action} once the transaction has committed; not at all if it rolls back. Must not
   * throw or block.
   */
  void afterCommit(Runnable action);
}
