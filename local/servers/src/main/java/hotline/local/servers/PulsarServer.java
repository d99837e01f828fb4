package hotline.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * An embedded Pulsar broker as a process, with the namespace {@code hotline/sync} set up. Its data
 * stays in its folder when it stops. One thread at a time may start, kill or stop it.
 */
public final class PulsarServer implements AutoCloseable {
  /** What Pulsar's own start script opens for Netty, BookKeeper and the metrics. */
  private static final List<String> JAVA_OPTIONS =
      List.of(
          "-Xmx1g",
          "-XX:MaxDirectMemorySize=512m",
          "-Dio.netty.tryReflectionSetAccessible=true",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/java.util.zip=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.platform=ALL-UNNAMED",
          "--add-opens=java.base/sun.net=ALL-UNNAMED",
          "--add-opens=java.management/sun.management=ALL-UNNAMED",
          "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

  private final Options options;
  private ServerProcess process;

  /**
   * How to run a broker.
   *
   * @param folder holds data and log; created when missing
   * @param port port of the binary protocol on 127.0.0.1, or 0 for a free one
   * @param httpPort port of the admin API on 127.0.0.1, or 0 for a free one
   * @param durable whether a message is on the disk when it is confirmed; without it a message
   *     survives the death of the broker, but not of the machine
   */
  public record Options(Path folder, int port, int httpPort, boolean durable) {
    /** Durable, free ports. */
    public static Options in(Path folder) {
      return new Options(folder, 0, 0, true);
    }

    /** The same, not durable, for tests. */
    public Options fast() {
      return new Options(folder, port, httpPort, false);
    }

    /** The same on given ports. */
    public Options onPorts(int newPort, int newHttpPort) {
      return new Options(folder, newPort, newHttpPort, durable);
    }
  }

  private PulsarServer(Options options) {
    this.options =
        options.onPorts(
            options.port() == 0 ? FreePorts.next() : options.port(),
            options.httpPort() == 0 ? FreePorts.next() : options.httpPort());
    this.process = spawn();
  }

  /**
   * Starts a broker and returns when it serves topics.
   *
   * @throws IllegalStateException with the end of its log when it does not start
   */
  public static PulsarServer start(Options options) {
    return new PulsarServer(options);
  }

  /** Address for clients, {@code pulsar://127.0.0.1:PORT}; the same after a restart. */
  public String serviceUrl() {
    return "pulsar://127.0.0.1:" + options.port();
  }

  /** Address of the admin API, {@code http://127.0.0.1:PORT}; the same after a restart. */
  public String adminUrl() {
    return "http://127.0.0.1:" + options.httpPort();
  }

  /** The broker's log. */
  public Path log() {
    return options.folder().resolve("pulsar.log");
  }

  /** Ends the broker as a power cut would ({@code kill -9}). */
  public void kill() {
    process.kill();
  }

  /** Stops the broker cleanly if it runs, starts it again on the same ports and waits for it. */
  public void restart() {
    close();
    process = spawn();
  }

  /** Ends the broker, deletes all that it kept, and starts it empty on the same ports. */
  public void wipe() {
    kill();
    try (var files = Files.walk(data(options))) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + data(options), e);
    }
    process = spawn();
  }

  /** Number of the broker's process. */
  public long pid() {
    return process.pid();
  }

  /** Whether the broker's process runs. */
  public boolean isRunning() {
    return process.isAlive();
  }

  /** Stops the broker cleanly; the data stays. */
  @Override
  public void close() {
    process.stop();
  }

  /** The program that serves until it gets SIGTERM; the options name both ports. */
  public static JavaProgram program(Options options) {
    List<String> java = new ArrayList<>(JAVA_OPTIONS);
    java.addAll(
        List.of(
            "hotline.local.pulsar.PulsarMain",
            "--data",
            data(options).toString(),
            "--port",
            Integer.toString(options.port()),
            "--http-port",
            Integer.toString(options.httpPort())));
    if (!options.durable()) {
      java.add("--fast");
    }
    return JavaProgram.of("pulsar", java, Map.of());
  }

  /** A file that is there while the broker of that folder is ready; delete it before a start. */
  public static Path readyFile(Options options) {
    return data(options).resolve("ready");
  }

  private static Path data(Options options) {
    return options.folder().resolve("data");
  }

  private ServerProcess spawn() {
    Path ready = readyFile(options);
    try {
      Files.deleteIfExists(ready);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + ready, e);
    }
    ServerProcess started = ServerProcess.start("pulsar", program(options), log());
    started.awaitReady(() -> Files.exists(ready));
    return started;
  }
}
