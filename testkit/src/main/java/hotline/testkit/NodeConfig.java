package hotline.testkit;

import hotline.local.servers.DatabaseAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a node is told at its start.
 *
 * @param grpcPort where its link server listens
 * @param advertisedPort where its neighbours find it, which may be a link that can be cut
 * @param parentPort where it finds its parent, 0 at the top
 * @param token shows the parent who is asking, null once the parent knows the node
 */
record NodeConfig(
    NodeSpec spec,
    DatabaseAddress database,
    String schema,
    String pulsarUrl,
    int httpPort,
    int grpcPort,
    int advertisedPort,
    int parentPort,
    @Nullable String token,
    Path folder,
    String password) {

  /** As a process is told. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOTLINE_NODE_CODE", spec.code());
    environment.put("HOTLINE_NODE_NAME", spec.name());
    environment.put("HOTLINE_NODE_KIND", spec.kind());
    environment.put("HOTLINE_NODE_PROFILE", spec.profile());
    environment.put("HOTLINE_DB_URL", database.jdbcUrl(schema));
    environment.put("HOTLINE_DB_USER", database.user());
    environment.put("HOTLINE_DB_PASSWORD", database.password());
    environment.put("HOTLINE_PULSAR_URL", pulsarUrl);
    environment.put("HOTLINE_HTTP_PORT", Integer.toString(httpPort));
    environment.put("HOTLINE_GRPC_PORT", Integer.toString(grpcPort));
    environment.put("HOTLINE_GRPC_HOST", "127.0.0.1");
    environment.put("HOTLINE_GRPC_ADVERTISED", local(advertisedPort));
    environment.put("HOTLINE_DATA_DIR", folder.toString());
    environment.put("HOTLINE_ADMIN_PASSWORD", password);
    environment.put("HOTLINE_DEMO_USERS", "true");
    environment.put("HOTLINE_REQUESTER_SECRET", requesterSecret());
    environment.put("HOTLINE_UPLINK_SCOPE", uplinkScope());
    environment.put("TZ", "Asia/Shanghai");
    String policy = spec.policy();
    if (policy != null) {
      environment.put("HOTLINE_NODE_POLICY", policy);
    }
    if (parentPort != 0) {
      environment.put("HOTLINE_PARENT_ADDRESS", local(parentPort));
    }
    if (token != null) {
      environment.put("HOTLINE_PARENT_TOKEN", token);
    }
    return environment;
  }

  /** The same, as a node inside this virtual machine is told. */
  Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("hotline.node.code", spec.code());
    properties.put("hotline.node.name", spec.name());
    properties.put("hotline.node.kind", spec.kind());
    properties.put("hotline.node.data-dir", folder.toString());
    properties.put("hotline.node.http-port", httpPort);
    properties.put("hotline.node.grpc-port", grpcPort);
    properties.put("hotline.node.grpc-host", "127.0.0.1");
    properties.put("hotline.node.grpc-advertised", local(advertisedPort));
    properties.put("hotline.node.pulsar-url", pulsarUrl);
    // networks that share a broker, and have nodes of the same codes, must not meet there
    properties.put("hotline.node.topic-prefix", "persistent://hotline/sync/" + networkName() + "-");
    properties.put("hotline.node.admin-password", password);
    properties.put("hotline.node.demo-users", true);
    properties.put("hotline.node.requester-secret", requesterSecret());
    properties.put("hotline.node.uplink-scope", uplinkScope());
    properties.put("hotline.node.parent-address", parentPort == 0 ? "" : local(parentPort));
    properties.put("hotline.node.parent-token", token == null ? "" : token);
    String policy = spec.policy();
    if (policy != null) {
      properties.put("hotline.node.policy", policy);
    }
    properties.put("datasources.default.url", database.jdbcUrl(schema));
    properties.put("datasources.default.username", database.user());
    properties.put("datasources.default.password", database.password());
    return properties;
  }

  private String uplinkScope() {
    return spec.masked() ? "MASKED" : "FULL";
  }

  /** The same at every node of a network. */
  private String requesterSecret() {
    return "what-requesters-are-hashed-with-in-" + networkName();
  }

  /** What the schemas of all nodes of one network begin with. */
  private String networkName() {
    return schema.substring(0, schema.indexOf('_'));
  }

  private static String local(int port) {
    return "127.0.0.1:" + port;
  }
}
