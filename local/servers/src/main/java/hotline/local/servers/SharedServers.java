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
  private @Nullable DatabaseServer database;
  private @Nullable PulsarServer pulsar;

  private SharedServers() {}

  /**
   * The shared database: an embedded MariaDB, or the server that {@link ExternalDatabase} finds in
   * the environment. Safe for concurrent calls.
   */
  public static DatabaseServer database() {
    return INSTANCE.startedDatabase();
  }

  /** The shared broker; safe for concurrent calls. */
  public static PulsarServer pulsar() {
    return INSTANCE.startedPulsar();
  }

  private synchronized DatabaseServer startedDatabase() {
    DatabaseServer server = database;
    if (server == null) {
      server =
          ExternalDatabase.of(System.getenv())
              .<DatabaseServer>map(external -> external)
              .orElseGet(this::startMariaDb);
      database = server;
    }
    return server;
  }

  private MariaDbServer startMariaDb() {
    return MariaDbServer.start(MariaDbServer.Options.in(folder().resolve("mariadb")).fast());
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
    if (database instanceof MariaDbServer embedded) {
      embedded.kill();
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
