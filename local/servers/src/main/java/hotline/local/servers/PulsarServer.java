package hotline.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private final int port;
  private final int httpPort;
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
    this.options = options;
    this.port = options.port() == 0 ? FreePorts.next() : options.port();
    this.httpPort = options.httpPort() == 0 ? FreePorts.next() : options.httpPort();
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
    return "pulsar://127.0.0.1:" + port;
  }

  /** Address of the admin API, {@code http://127.0.0.1:PORT}; the same after a restart. */
  public String adminUrl() {
    return "http://127.0.0.1:" + httpPort;
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

  /** Whether the broker's process runs. */
  public boolean isRunning() {
    return process.isAlive();
  }

  /** Stops the broker cleanly; the data stays. */
  @Override
  public void close() {
    process.stop();
  }

  private ServerProcess spawn() {
    Path data = options.folder().resolve("data");
    Path ready = data.resolve("ready");
    List<String> command = new ArrayList<>(JAVA_OPTIONS);
    command.addAll(
        List.of(
            "hotline.local.pulsar.PulsarMain",
            "--stop-with-stdin",
            "--data",
            data.toString(),
            "--port",
            Integer.toString(port),
            "--http-port",
            Integer.toString(httpPort)));
    if (!options.durable()) {
      command.add("--fast");
    }
    try {
      Files.deleteIfExists(ready);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare " + data, e);
    }
    ServerProcess started = ServerProcess.start("pulsar", command, Map.of(), log());
    started.awaitReady(() -> Files.exists(ready));
    return started;
  }
}
