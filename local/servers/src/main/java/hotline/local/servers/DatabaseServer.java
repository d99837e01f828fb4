package hotline.local.servers;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A database server on 127.0.0.1 that can be killed and started again. Its address stays the same.
 * One thread at a time may start, kill or stop it.
 */
public interface DatabaseServer extends AutoCloseable {

  /** Where the server is and how to get in; the same after a restart. */
  DatabaseAddress address();

  /** Ends the server as a power cut would ({@code kill -9} of the database process itself). */
  void kill();

  /** Stops the server cleanly if it runs, starts it again on the same port and waits for it. */
  void restart();

  /** Whether the server runs. */
  boolean isRunning();

  /** Stops the server cleanly if it is ours; the data stays. */
  @Override
  void close();

  /** URL for Connector/J; the schema must exist (see {@link #createSchema}). */
  default String jdbcUrl(String schema) {
    return address().jdbcUrl(schema);
  }

  /** The account's name. */
  default String user() {
    return address().user();
  }

  /** The account's password. */
  default String password() {
    return address().password();
  }

  /** The port on 127.0.0.1; the same after a restart. */
  default int port() {
    return address().port();
  }

  /** Creates an empty schema unless it exists: utf8mb4, binary collation, on every server alike. */
  default void createSchema(String schema) {
    address().createSchema(schema);
  }

  /** Drops a schema and all that is in it, if it exists. */
  default void dropSchema(String schema) {
    address().dropSchema(schema);
  }

  /** Opens a connection; the caller closes it. */
  default Connection connect(String schema) throws SQLException {
    return address().connect(schema);
  }
}
