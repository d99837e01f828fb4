package hotline.testkit;

import hotline.local.servers.DatabaseServer;
import hotline.local.servers.MariaDbServer;
import hotline.local.servers.PulsarServer;
import hotline.local.servers.SharedServers;
import java.nio.file.Path;

/** The database and the broker of a network. */
record Servers(DatabaseServer database, PulsarServer pulsar, boolean own) implements AutoCloseable {

  /** Those of all tests of this virtual machine: only one network at a time may use them. */
  static Servers shared() {
    return new Servers(SharedServers.database(), SharedServers.pulsar(), false);
  }

  /** Servers that nobody else uses, to be killed at will. */
  static Servers own(Path folder) {
    return new Servers(
        MariaDbServer.start(MariaDbServer.Options.in(folder.resolve("mariadb")).fast()),
        PulsarServer.start(PulsarServer.Options.in(folder.resolve("pulsar")).fast()),
        true);
  }

  @Override
  public void close() {
    if (own) {
      database.kill();
      pulsar.kill();
    }
  }
}
