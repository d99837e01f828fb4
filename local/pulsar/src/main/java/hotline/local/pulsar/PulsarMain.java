package hotline.local.pulsar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pulsar.PulsarStandalone;
import org.apache.pulsar.broker.ServiceConfiguration;
import org.apache.pulsar.client.admin.PulsarAdmin;
import org.apache.pulsar.common.configuration.PulsarConfigurationLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * Runs a Pulsar broker with its bookie and its metadata in one process, in the foreground, until
 * SIGTERM. It is ready when the file {@code ready} appears in the data folder.
 */
public final class PulsarMain {
  private static final Logger log = LoggerFactory.getLogger(PulsarMain.class);

  private PulsarMain() {}

  /** See {@code PulsarOptions.USAGE}; exit status 2 when the command line makes no sense. */
  public static void main(String[] args) throws Exception {
    PulsarOptions options;
    try {
      options = PulsarOptions.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    if (options.stopWithStdin()) {
      exitWithStdin();
    }
    Path ready = options.data().resolve("ready");
    Files.deleteIfExists(ready);
    try {
      PulsarStandalone broker = broker(options);
      broker.start();
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
      try (PulsarAdmin admin =
          PulsarAdmin.builder().serviceHttpUrl("http://127.0.0.1:" + options.httpPort()).build()) {
        SyncNamespace.create(admin);
      }
    } catch (Exception e) {
      log.error("the broker did not start", e);
      // The broker's threads would keep a half-started process alive.
      Runtime.getRuntime().halt(1);
    }
    Files.createFile(ready);
    log.info("ready at pulsar://127.0.0.1:{}", options.port());
  }

  private static PulsarStandalone broker(PulsarOptions options) throws IOException {
    Path config = BrokerConfig.write(options);
    PulsarStandalone broker = new PulsarStandalone();
    // The metadata folder can be set by its own command line only.
    new CommandLine(broker)
        .parseArgs(
            "--config=" + config,
            "--metadata-dir=" + options.data().resolve("metadata"),
            "--bookkeeper-dir=" + options.data().resolve("bookie"),
            "--bookkeeper-port=" + freePort(),
            "--zookeeper-dir=" + options.data().resolve("no-zookeeper"),
            "--no-functions-worker",
            "--no-stream-storage");
    broker.setConfig(
        PulsarConfigurationLoader.create(config.toString(), ServiceConfiguration.class));
    return broker;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void exitWithStdin() {
    Thread reader =
        new Thread(
            () -> {
              try (InputStream in = System.in) {
                in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                log.warn("standard input broke", e);
              }
              System.exit(0);
            },
            "exit-with-stdin");
    reader.setDaemon(true);
    reader.start();
  }
}
