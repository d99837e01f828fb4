package hotline.node;

import hotline.local.servers.DatabaseServer;
import hotline.local.servers.FreePorts;
import hotline.local.servers.SharedServers;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A city's node in this JVM over a real database, without neighbours and with no broker in reach.
 */
public final class EmbeddedNode implements AutoCloseable {

  private final ApplicationContext context;
  private final Map<String, Object> settings;
  private final Clock clock;

  private EmbeddedNode(Map<String, Object> settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.context = HotlineNode.embedded("city", settings, clock);
  }

  public static EmbeddedNode start(Path folder, Clock clock) {
    return start(folder, clock, Map.of());
  }

  /** With its demo users, all with the password {@link NodeHttp#PASSWORD}. */
  public static EmbeddedNode withUsers(Path folder, Clock clock) {
    return withUsers(folder, clock, Map.of());
  }

  /** Likewise, and with other settings. */
  public static EmbeddedNode withUsers(Path folder, Clock clock, Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("hotline.node.admin-password", NodeHttp.PASSWORD);
    settings.put("hotline.node.demo-users", true);
    return start(folder, clock, settings);
  }

  /** With other settings than the usual ones. */
  public static EmbeddedNode start(Path folder, Clock clock, Map<String, Object> more) {
    DatabaseServer database = SharedServers.database();
    String schema = "n" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    database.createSchema(schema);
    Map<String, Object> settings = new HashMap<>();
    settings.put("hotline.node.code", "621000");
    settings.put("hotline.node.name", "庆阳市12345政务服务便民热线");
    settings.put("hotline.node.tier", "CITY");
    settings.put("hotline.node.policy", "qingyang");
    settings.put("hotline.node.units", "city");
    settings.put("hotline.node.data-dir", folder.toString());
    settings.put("hotline.node.http-port", FreePorts.next());
    settings.put("hotline.node.grpc-port", FreePorts.next());
    settings.put("hotline.node.grpc-host", "127.0.0.1");
    settings.put("hotline.node.pulsar-url", "pulsar://127.0.0.1:1");
    settings.put("hotline.node.parent-pulsar-url", "");
    settings.put("hotline.node.parent-address", "");
    settings.put("hotline.node.parent-token", "");
    settings.put("hotline.node.admin-password", "");
    settings.put("hotline.node.demo-users", false);
    settings.put("micronaut.server.host", "127.0.0.1");
    settings.put("datasources.default.url", database.jdbcUrl(schema));
    settings.put("datasources.default.username", database.user());
    settings.put("datasources.default.password", database.password());
    settings.putAll(more);
    return new EmbeddedNode(settings, clock);
  }

  /**
   * Another process of the same node, over the same database; a restart when this one is closed.
   */
  public EmbeddedNode another() {
    return another(clock);
  }

  /** The same under another clock. */
  public EmbeddedNode another(Clock clock) {
    return another(clock, Map.of());
  }

  /** The same with other settings. */
  public EmbeddedNode another(Map<String, Object> more) {
    return another(clock, more);
  }

  private EmbeddedNode another(Clock clock, Map<String, Object> more) {
    Map<String, Object> own = new HashMap<>(settings);
    own.putAll(more);
    own.put("hotline.node.http-port", FreePorts.next());
    own.put("hotline.node.grpc-port", FreePorts.next());
    return new EmbeddedNode(own, clock);
  }

  /** Where its HTTP interface is. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + settings.get("hotline.node.http-port"));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Its HTTP interface. */
  public NodeHttp http() {
    return new NodeHttp(bean(EmbeddedServer.class).getURI(), bean(ObjectMapper.class));
  }

  @Override
  public void close() {
    context.close();
  }
}
