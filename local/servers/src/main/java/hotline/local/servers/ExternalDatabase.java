package hotline.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A database server on this machine that somebody else has started: the tests run on a real MySQL
 * this way. Described by the environment:
 *
 * <ul>
 *   <li>{@value #PORT}: its port on 127.0.0.1;
 *   <li>{@value #USER}: an account that may create schemas, {@code root} by default;
 *   <li>{@value #PASSWORD}: its password, empty by default;
 *   <li>{@value #RESTART}: the shell command that starts it again; without it the tests that kill
 *       the database cannot run.
 * </ul>
 */
public final class ExternalDatabase implements DatabaseServer {
  /** Names the port, and by that the use of an external server. */
  public static final String PORT = "HOTLINE_TEST_DB_PORT";

  static final String USER = "HOTLINE_TEST_DB_USER";
  static final String PASSWORD = "HOTLINE_TEST_DB_PASSWORD";
  static final String RESTART = "HOTLINE_TEST_DB_RESTART";

  private static final Duration START_LIMIT = Duration.ofMinutes(1);

  private static final long POLL_NANOS = 50_000_000;

  private final DatabaseAddress address;
  private final @Nullable String restartCommand;
  private final Path pidFile;

  private ExternalDatabase(DatabaseAddress address, @Nullable String restartCommand) {
    this.address = address;
    this.restartCommand = restartCommand;
    this.pidFile = pidFile(address);
  }

  /**
   * The server that the environment names, empty when it names none.
   *
   * @throws IllegalArgumentException when the port is not a number
   * @throws IllegalStateException when the server does not answer
   */
  public static Optional<ExternalDatabase> of(Map<String, String> environment) {
    String port = environment.get(PORT);
    if (port == null || port.isEmpty()) {
      return Optional.empty();
    }
    if (!port.matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException(PORT + "=" + port + " given, expected a port number");
    }
    DatabaseAddress address =
        new DatabaseAddress(
            Integer.parseInt(port),
            environment.getOrDefault(USER, "root"),
            environment.getOrDefault(PASSWORD, ""));
    return Optional.of(new ExternalDatabase(address, environment.get(RESTART)));
  }

  @Override
  public DatabaseAddress address() {
    return address;
  }

  @Override
  public void kill() {
    if (restartCommand == null) {
      throw new IllegalStateException(
          "killing " + address + " needs a command that starts it again in " + RESTART);
    }
    try {
      long pid = Long.parseLong(Files.readString(pidFile).strip());
      ProcessHandle.of(pid)
          .ifPresent(
              process -> {
                process.destroyForcibly();
                process.onExit().join();
              });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the process id of " + address, e);
    }
  }

  @Override
  public void restart() {
    if (isRunning()) {
      kill();
    }
    run(List.of("sh", "-c", String.valueOf(restartCommand)));
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (!isRunning()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(address + " does not answer after " + restartCommand);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  @Override
  public boolean isRunning() {
    return address.answers();
  }

  /** Whoever started it stops it. */
  @Override
  public void close() {}

  private static void run(List<String> command) {
    try {
      int status =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (status != 0) {
        throw new IllegalStateException(command + " ended with status " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command + " ran", e);
    }
  }

  private static Path pidFile(DatabaseAddress address) {
    try (Connection connection = address.connect("");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT @@datadir, @@pid_file")) {
      row.next();
      return Path.of(row.getString(1)).resolve(row.getString(2));
    } catch (SQLException e) {
      throw new IllegalStateException(address + " does not answer: " + e.getMessage(), e);
    }
  }
}
