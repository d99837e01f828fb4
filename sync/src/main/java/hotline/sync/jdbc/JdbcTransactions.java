package hotline.sync.jdbc;

import hotline.sync.Transactions;
import hotline.sync.Tx;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions on connections of a data source, normally a pool. Database errors come out as {@link
 * DatabaseException}.
 *
 * <p>Give the pool {@code autoCommit=false} and READ COMMITTED: what it does not set is set here,
 * for every transaction, at the price of a round trip.
 */
public final class JdbcTransactions implements Transactions {

  private static final Logger log = LoggerFactory.getLogger(JdbcTransactions.class);
  private static final int ATTEMPTS = 5;

  private final DataSource dataSource;
  private volatile IsolationCheck isolation = IsolationCheck.OPEN;

  public JdbcTransactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public <T, E extends Exception> T call(Work<T, E> work) throws E {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !DatabaseException.isConflict(e)) {
          throw new DatabaseException(e);
        }
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !DatabaseException.isConflict(e)) {
          throw e;
        }
      }
      log.debug("transaction lost a conflict, attempt {} of {}", attempt, ATTEMPTS);
    }
  }

  private <T, E extends Exception> T once(Work<T, E> work) throws E, SQLException {
    ConnectionTx tx;
    T result;
    try (Connection connection = dataSource.getConnection()) {
      prepare(connection);
      tx = new ConnectionTx(connection);
      boolean done = false;
      try {
        result = work.in(tx);
        connection.commit();
        done = true;
      } finally {
        if (!done) {
          rollBack(connection);
        }
      }
    }
    tx.committed();
    return result;
  }

  private void prepare(Connection connection) throws SQLException {
    if (connection.getAutoCommit()) {
      connection.setAutoCommit(false);
    }
    if (isolation == IsolationCheck.OPEN) {
      isolation =
          connection.getTransactionIsolation() == Connection.TRANSACTION_READ_COMMITTED
              ? IsolationCheck.SET_BY_POOL
              : IsolationCheck.SET_HERE;
      connection.rollback();
    }
    if (isolation == IsolationCheck.SET_HERE) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // the failure that led here is the one to report; the server rolls back a lost connection
      log.debug("rollback failed: {}", e.getMessage());
    }
  }

  private enum IsolationCheck {
    OPEN,
    SET_BY_POOL,
    SET_HERE
  }

  private static final class ConnectionTx implements Tx {

    private final Connection connection;
    private final List<Runnable> afterCommit = new ArrayList<>(1);

    ConnectionTx(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Connection connection() {
      return connection;
    }

    @Override
    public void afterCommit(Runnable action) {
      afterCommit.add(action);
    }

    void committed() {
      for (Runnable action : afterCommit) {
        try {
          action.run();
        } catch (RuntimeException e) {
          // the transaction is committed whatever its listeners do
          log.error("an after-commit action failed", e);
        }
      }
    }
  }
}
