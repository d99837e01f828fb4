package hotline.sync.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hotline.local.servers.DatabaseServer;
import hotline.local.servers.SharedServers;
import hotline.sync.jdbc.JdbcTransactions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** A schema of its own on the shared server, with the module's tables; dropped when closed. */
public final class TestSchema implements AutoCloseable {

  private final DatabaseServer server = SharedServers.database();
  private final String name = "t_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
  private final HikariDataSource dataSource;
  private final JdbcTransactions transactions;

  public TestSchema() {
    server.createSchema(name);
    this.dataSource = open();
    this.transactions = new JdbcTransactions(dataSource);
    migrate("V1__streams.sql");
    migrate("V2__commands_and_trust.sql");
    migrate("V3__proof.sql");
    migrate("V4__completeness.sql");
    migrate("V5__peer_streams.sql");
    migrate("V167__node_reports.sql");
  }

  /** A further pool on the same schema: another process of the same node. */
  public HikariDataSource open() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(server.jdbcUrl(name));
    config.setUsername(server.user());
    config.setPassword(server.password());
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setConnectionTimeout(2_000);
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  /** Where the schema is, for another process. */
  public String url() {
    return server.jdbcUrl(name);
  }

  /** The server, to be killed; it must run again when the test ends. */
  public DatabaseServer server() {
    return server;
  }

  public DataSource dataSource() {
    return dataSource;
  }

  public JdbcTransactions transactions() {
    return transactions;
  }

  /** The single number that a query gives. */
  public long number(String sql) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      long number = row.getLong(1);
      connection.rollback();
      return number;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bytes of the one column that a query gives, row by row. */
  public List<byte[]> column(String sql) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      List<byte[]> values = new ArrayList<>();
      while (row.next()) {
        values.add(row.getBytes(1));
      }
      connection.rollback();
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public void execute(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void migrate(String script) {
    try (InputStream in = TestSchema.class.getResourceAsStream("/db/migration/" + script)) {
      if (in == null) {
        throw new IllegalStateException(script + " is not on the classpath");
      }
      String sql =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)--.*$", "");
      for (String statement : sql.split(";", -1)) {
        if (!statement.isBlank()) {
          execute(statement);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    dataSource.close();
    server.dropSchema(name);
  }
}
