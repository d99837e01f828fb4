package hotline.bench;

import hotline.local.servers.FreePorts;
import hotline.local.servers.JavaProgram;
import hotline.local.servers.MariaDbServer;
import hotline.local.servers.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A city's node as a process of its own, over a database that is there. */
final class RealNode implements AutoCloseable {

  static final String CODE = "621000";

  private static final Duration START_TIMEOUT = Duration.ofMinutes(5);
  private static final String JAR = "hotline-city-node-0.1.0-SNAPSHOT.jar";

  private final Process process;
  private final int port;

  private RealNode(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it and waits until it is well.
   *
   * @param password of its demo users
   */
  static RealNode start(
      Path folder, MariaDbServer database, String schema, String pulsarUrl, String password)
      throws IOException, InterruptedException {
    Path target = ProjectRoot.find().resolve("city-node/target");
    Path jar = target.resolve(JAR);
    if (!Files.exists(jar)) {
      throw new IOException(jar + " is not built: run ./hotline bench");
    }
    int port = FreePorts.next();
    Map<String, String> environment = new HashMap<>();
    environment.put("HOTLINE_NODE_CODE", CODE);
    environment.put("HOTLINE_NODE_NAME", "庆阳市12345政务服务便民热线");
    environment.put("HOTLINE_DB_URL", database.jdbcUrl(schema));
    environment.put("HOTLINE_DB_USER", database.user());
    environment.put("HOTLINE_DB_PASSWORD", database.password());
    environment.put("HOTLINE_PULSAR_URL", pulsarUrl);
    environment.put("HOTLINE_HTTP_PORT", Integer.toString(port));
    environment.put("HOTLINE_GRPC_PORT", Integer.toString(FreePorts.next()));
    environment.put("HOTLINE_DATA_DIR", folder.resolve("node").toString());
    environment.put("HOTLINE_ADMIN_PASSWORD", password);
    environment.put("HOTLINE_DEMO_USERS", "true");
    JavaProgram program =
        JavaProgram.onClasspath(
            jar + ":" + target.resolve("lib/*"),
            List.of("-Xmx512m", "hotline.city.CityNode"),
            environment);
    Path log = folder.resolve("node.log");
    ProcessBuilder builder =
        new ProcessBuilder(program.command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(program.environment());
    RealNode node = new RealNode(builder.start(), port);
    try {
      NodeCalls.awaitHealth(node.process, port, START_TIMEOUT, log);
      return node;
    } catch (IOException | InterruptedException e) {
      node.close();
      throw e;
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor(30, TimeUnit.SECONDS);
    process.destroyForcibly();
  }
}
