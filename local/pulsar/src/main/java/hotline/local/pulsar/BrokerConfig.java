package hotline.local.pulsar;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Writes the broker's configuration file: what is fixed, and what the command line decides. */
final class BrokerConfig {
  private BrokerConfig() {}

  static Path write(PulsarOptions options) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = BrokerConfig.class.getResourceAsStream("/broker.properties")) {
      if (in == null) {
        throw new IOException("broker.properties is not on the classpath");
      }
      properties.load(in);
    }
    properties.setProperty("brokerServicePort", Integer.toString(options.port()));
    properties.setProperty("webServicePort", Integer.toString(options.httpPort()));
    properties.setProperty("listeningInterface", loopback());
    properties.setProperty("allowLoopback", "true");
    properties.setProperty("journalSyncData", Boolean.toString(!options.fast()));
    Files.createDirectories(options.data());
    Path file = options.data().resolve("broker.properties");
    try (Writer out = Files.newBufferedWriter(file)) {
      properties.store(out, "Written at every start; changes are lost.");
    }
    return file;
  }

  /** The bookie is told an interface, not an address; without one it listens on all of them. */
  private static String loopback() throws IOException {
    NetworkInterface network =
        NetworkInterface.getByInetAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    if (network == null) {
      throw new IOException("no network interface has the address 127.0.0.1");
    }
    return network.getName();
  }
}
