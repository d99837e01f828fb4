package hotline.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An embedded MariaDB as a process. Its data stays in its folder when it stops; the password of its
 * only account is in the file {@code root.password} beside the data, readable by the owner only.
 * One thread at a time may start, kill or stop it.
 */
public final class MariaDbServer implements AutoCloseable {
  private static final String USER = "root";

  private final Options options;
  private final int port;
  private final String password;
  private ServerProcess process;

  /**
   * How to run a server.
   *
   * @param folder holds data, log and password; created when missing
   * @param port port on 127.0.0.1, or 0 for a free one
   * @param bufferPool size of the InnoDB buffer pool, such as {@code 256M}
   * @param logFile size of the InnoDB redo log
   * @param durable whether a commit is on the disk when it returns; without it a commit survives
   *     the death of the server, but not of the machine
   */
  public record Options(Path folder, int port, String bufferPool, String logFile, boolean durable) {
    /** Durable, 256 MB buffer pool, 256 MB log, free port. */
    public static Options in(Path folder) {
      return new Options(folder, 0, "256M", "256M", true);
    }

    /** The same, not durable, for tests. */
    public Options fast() {
      return new Options(folder, port, bufferPool, logFile, false);
    }

    /** The same on a given port. */
    public Options onPort(int newPort) {
      return new Options(folder, newPort, bufferPool, logFile, durable);
    }

    /** The same with another buffer pool and log size, such as {@code 1G}. */
    public Options sized(String newBufferPool, String newLogFile) {
      return new Options(folder, port, newBufferPool, newLogFile, durable);
    }
  }

  private MariaDbServer(Options options, int port, String password) {
    this.options = options;
    this.port = port;
    this.password = password;
    this.process = spawn();
  }

  /**
   * Starts a server and returns when it answers queries.
   *
   * @throws IllegalStateException with the end of its log when it does not start
   */
  public static MariaDbServer start(Options options) {
    try {
      Files.createDirectories(options.folder());
      return new MariaDbServer(
          options,
          options.port() == 0 ? FreePorts.next() : options.port(),
          Secrets.readOrCreate(options.folder().resolve("root.password")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + options.folder(), e);
    }
  }

  /** URL for Connector/J; the schema must exist (see {@link #createSchema}). */
  public String jdbcUrl(String schema) {
    return jdbcUrl(port, schema);
  }

  static String jdbcUrl(int port, String schema) {
    return "jdbc:mysql://127.0.0.1:"
        + port
        + "/"
        + schema
        + "?sslMode=DISABLED&allowPublicKeyRetrieval=true&rewriteBatchedStatements=true"
        + "&characterEncoding=UTF-8&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";
  }

  /** The account's name. */
  public String user() {
    return USER;
  }

  /** The account's password. */
  public String password() {
    return password;
  }

  /** The port on 127.0.0.1; the same after a restart. */
  public int port() {
    return port;
  }

  /** The server's log. */
  public Path log() {
    return options.folder().resolve("mariadb.log");
  }

  /** Creates an empty schema unless it exists: utf8mb4, binary collation, on every server alike. */
  public void createSchema(String schema) {
    execute(
        "CREATE DATABASE IF NOT EXISTS "
            + name(schema)
            + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
  }

  /** Drops a schema and all that is in it, if it exists. */
  public void dropSchema(String schema) {
    execute("DROP DATABASE IF EXISTS " + name(schema));
  }

  /** Opens a connection; the caller closes it. */
  public Connection connect(String schema) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(schema), USER, password);
  }

  /** Ends the server as a power cut would ({@code kill -9} of the database process itself). */
  public void kill() {
    process.kill();
  }

  /** Stops the server cleanly if it runs, starts it again on the same port and waits for it. */
  public void restart() {
    close();
    process = spawn();
  }

  /** Whether the server's process runs. */
  public boolean isRunning() {
    return process.isAlive();
  }

  /** Stops the server cleanly; the data stays. */
  @Override
  public void close() {
    process.stop();
  }

  private ServerProcess spawn() {
    List<String> command =
        new ArrayList<>(
            List.of(
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "hotline.local.mariadb.MariaDbMain",
                "--stop-with-stdin",
                "--data",
                options.folder().resolve("data").toString(),
                "--binaries",
                ProjectRoot.find().resolve("local/mariadb/target/server").toString(),
                "--port",
                Integer.toString(port),
                "--buffer-pool",
                options.bufferPool(),
                "--log-file",
                options.logFile()));
    if (!options.durable()) {
      command.add("--fast");
    }
    ServerProcess started =
        ServerProcess.start(
            "mariadb", command, Map.of("HOTLINE_MARIADB_PASSWORD", password), log());
    started.awaitReady(this::answers);
    return started;
  }

  private boolean answers() {
    try (Connection connection = connect("")) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private void execute(String sql) {
    try (Connection connection = connect("");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + " failed", e);
    }
  }

  private static String name(String schema) {
    if (!schema.matches("[A-Za-z0-9_]{1,64}")) {
      throw new IllegalArgumentException(
          "schema name " + schema + " given, expected letters, digits and _");
    }
    return '`' + schema + '`';
  }
}
