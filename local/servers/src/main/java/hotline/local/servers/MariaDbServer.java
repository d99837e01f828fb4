package hotline.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An embedded MariaDB as a process. Its data stays in its folder when it stops; the password of its
 * only account is in the file {@code root.password} beside the data, readable by the owner only.
 * One thread at a time may start, kill or stop it.
 */
public final class MariaDbServer implements DatabaseServer {
  private static final String USER = "root";

  private final Options options;
  private final DatabaseAddress address;
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

  private MariaDbServer(Options options, DatabaseAddress address) {
    this.options = options;
    this.address = address;
    this.process = spawn();
  }

  /**
   * Starts a server and returns when it answers queries.
   *
   * @throws IllegalStateException with the end of its log when it does not start
   */
  public static MariaDbServer start(Options options) {
    try {
      int port = options.port() == 0 ? FreePorts.next() : options.port();
      return new MariaDbServer(options, address(options.onPort(port)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + options.folder(), e);
    }
  }

  /**
   * The account of a server that runs, or will run, as the options say; makes its password when
   * there is none. The port must be given.
   */
  public static DatabaseAddress address(Options options) throws IOException {
    Files.createDirectories(options.folder());
    return new DatabaseAddress(
        options.port(), USER, Secrets.readOrCreate(options.folder().resolve("root.password")));
  }

  /** The program that serves {@code address} until it gets SIGTERM. */
  public static JavaProgram program(Options options, DatabaseAddress address) {
    List<String> java =
        new ArrayList<>(
            List.of(
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "hotline.local.mariadb.MariaDbMain",
                "--data",
                options.folder().resolve("data").toString(),
                "--binaries",
                ProjectRoot.find().resolve("local/mariadb/target/server").toString(),
                "--port",
                Integer.toString(address.port()),
                "--buffer-pool",
                options.bufferPool(),
                "--log-file",
                options.logFile()));
    if (!options.durable()) {
      java.add("--fast");
    }
    return JavaProgram.of("mariadb", java, Map.of("HOTLINE_MARIADB_PASSWORD", address.password()));
  }

  @Override
  public DatabaseAddress address() {
    return address;
  }

  /** The server's log. */
  public Path log() {
    return options.folder().resolve("mariadb.log");
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public void restart() {
    close();
    process = spawn();
  }

  @Override
  public boolean isRunning() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.stop();
  }

  private ServerProcess spawn() {
    ServerProcess started = ServerProcess.start("mariadb", program(options, address), log());
    started.awaitReady(address::answers);
    return started;
  }
}
