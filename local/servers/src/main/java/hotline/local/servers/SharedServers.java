package hotline.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One database and one broker for all tests of a JVM, started at the first use, stopped and
 * forgotten at its end. A test takes a schema and topics of its own. Whoever kills a shared server
 * restarts it before it leaves.
 */
public final class SharedServers {
  private static final SharedServers INSTANCE = new SharedServers();

  private @Nullable Path folder;
  private @Nullable MariaDbServer mariaDb;
  private @Nullable PulsarServer pulsar;

  private SharedServers() {}

  /** The shared database; safe for concurrent calls. */
  public static MariaDbServer mariaDb() {
    return INSTANCE.startedMariaDb();
  }

  /** The shared broker; safe for concurrent calls. */
  public static PulsarServer pulsar() {
    return INSTANCE.startedPulsar();
  }

  private synchronized MariaDbServer startedMariaDb() {
    MariaDbServer server = mariaDb;
    if (server == null) {
      server = MariaDbServer.start(MariaDbServer.Options.in(folder().resolve("mariadb")).fast());
      mariaDb = server;
    }
    return server;
  }

  private synchronized PulsarServer startedPulsar() {
    PulsarServer server = pulsar;
    if (server == null) {
      server = PulsarServer.start(PulsarServer.Options.in(folder().resolve("pulsar")).fast());
      pulsar = server;
    }
    return server;
  }

  private Path folder() {
    Path existing = folder;
    if (existing != null) {
      return existing;
    }
    try {
      Path created = Files.createTempDirectory("hotline-test-");
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-shared-servers"));
      folder = created;
      return created;
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder", e);
    }
  }

  /** Nobody needs this data any more, so nothing is shut down politely. */
  private synchronized void stop() {
    if (mariaDb != null) {
      mariaDb.kill();
    }
    if (pulsar != null) {
      pulsar.kill();
    }
    if (folder != null) {
      deleteTree(folder);
    }
  }

  private static void deleteTree(Path root) {
    try (var files = Files.walk(root)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + root, e);
    }
  }
}
