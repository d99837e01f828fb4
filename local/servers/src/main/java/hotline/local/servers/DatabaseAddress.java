package hotline.local.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A database server on 127.0.0.1 and an account there.
 *
 * @param password never printed
 */
public record DatabaseAddress(int port, String user, String password) {
  /** URL for Connector/J; the schema must exist, or be empty for none. */
  public String jdbcUrl(String schema) {
    return "jdbc:mysql://127.0.0.1:"
        + port
        + "/"
        + schema
        + "?sslMode=DISABLED&allowPublicKeyRetrieval=true&rewriteBatchedStatements=true"
        // Pulsar's client brings the OpenTelemetry API, and the driver would make a span per
        // statement. No server-side prepared statements: the driver's cache hands a closed one out
        // again with the rows that were batched but never executed, here into another transaction
        + "&openTelemetry=DISABLED&useServerPrepStmts=false&cachePrepStmts=true"
        + "&prepStmtCacheSize=250&prepStmtCacheSqlLimit=4096&useLocalSessionState=true"
        + "&characterEncoding=UTF-8&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";
  }

  /** Opens a connection; the caller closes it. */
  public Connection connect(String schema) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(schema), user, password);
  }

  /** Whether the server answers a query of this account. */
  public boolean answers() {
    try (Connection connection = connect("")) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Creates an empty schema unless it exists: utf8mb4, binary collation, on every server alike. */
  public void createSchema(String schema) {
    execute(
        "CREATE DATABASE IF NOT EXISTS "
            + checked(schema)
            + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
  }

  /** Drops a schema and all that is in it, if it exists. */
  public void dropSchema(String schema) {
    execute("DROP DATABASE IF EXISTS " + checked(schema));
  }

  /** Gives another account, created when missing, every right on one schema and on nothing else. */
  public void grant(String schema, DatabaseAddress account) {
    if (!account.password().matches("[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException("a password of A-Z a-z 0-9 _ - is expected");
    }
    String name = "'" + checked(account.user()) + "'@'127.0.0.1'";
    execute("CREATE USER IF NOT EXISTS " + name);
    execute("ALTER USER " + name + " IDENTIFIED BY '" + account.password() + "'");
    execute("GRANT ALL ON " + checked(schema) + ".* TO " + name);
  }

  private void execute(String sql) {
    try (Connection connection = connect("");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the database refused a statement: " + e.getMessage(), e);
    }
  }

  private static String checked(String name) {
    if (!name.matches("[A-Za-z0-9_]{1,64}")) {
      throw new IllegalArgumentException("name " + name + " given, expected letters, digits and _");
    }
    return name;
  }

  @Override
  public String toString() {
    return user + "@127.0.0.1:" + port;
  }
}
