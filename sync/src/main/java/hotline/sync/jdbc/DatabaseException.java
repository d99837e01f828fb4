package hotline.sync.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;

/** An {@link SQLException} on its way through code that does not declare it. */
public final class DatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatabaseException(SQLException cause) {
    super(cause);
  }

  /** Whether the transaction lost against another one and may simply be run again. */
  public static boolean isConflict(Throwable failure) {
    SQLException sql = sqlCause(failure);
    return sql != null
        && ("40001".equals(sql.getSQLState())
            || sql.getErrorCode() == 1213 // deadlock
            || sql.getErrorCode() == 1205); // lock wait timeout
  }

  /**
   * Whether the failure says something about the database's condition (gone, starting, full, busy)
   * rather than about the statement, so that the same work may succeed later.
   */
  public static boolean isTransient(Throwable failure) {
    SQLException sql = sqlCause(failure);
    if (sql == null) {
      return false;
    }
    String state = sql.getSQLState();
    return isConflict(failure)
        || sql instanceof SQLTransientException
        || sql instanceof SQLRecoverableException
        || sql instanceof SQLNonTransientConnectionException
        || state == null
        || state.startsWith("08") // connection
        || state.startsWith("53") // resources
        || state.startsWith("57") // operator intervention
        || state.startsWith("70") // query interrupted
        || sql.getErrorCode() == 1053 // shutting down
        || sql.getErrorCode() == 1021 // disk full
        || sql.getErrorCode() == 1114; // table full
  }

  private static @Nullable SQLException sqlCause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql;
      }
    }
    return null;
  }
}
