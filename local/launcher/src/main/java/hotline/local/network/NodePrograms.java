package hotline.local.network;

import hotline.local.servers.DatabaseAddress;
import hotline.local.servers.JavaProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a node is told what it is: by its environment, which other users cannot read. */
final class NodePrograms {
  private static final List<String> JAVA_OPTIONS =
      List.of(
          "-Xms64m",
          "-Xmx512m",
          // six Java processes share a small machine: fewest threads and least overhead
          "-XX:+UseParallelGC",
          "-XX:ParallelGCThreads=2",
          "-XX:+ExitOnOutOfMemoryError",
          "-Dfile.encoding=UTF-8",
          "-Dsun.stdout.encoding=UTF-8",
          "-Dsun.stderr.encoding=UTF-8",
          "-Duser.timezone=Asia/Shanghai");

  private final Plan plan;
  private final DataFolder data;
  private final String pulsarUrl;
  private final ProgramSource source;

  NodePrograms(Plan plan, DataFolder data, String pulsarUrl, ProgramSource source) {
    this.source = source;
    this.plan = plan;
    this.data = data;
    this.pulsarUrl = pulsarUrl;
  }

  /**
   * The program of a node.
   *
   * @param database the node's own account; its schema is {@link #schema}
   * @param token shows the parent who is asking, null once the parent knows the node
   */
  JavaProgram program(LocalNode node, DatabaseAddress database, @Nullable String token) {
    List<String> java = new ArrayList<>(JAVA_OPTIONS);
    java.add(source.mainClass(node.tier()));
    return JavaProgram.onClasspath(
        source.classpath(node.tier()), java, environment(node, database, token));
  }

  static String schema(LocalNode node) {
    return "hotline_" + node.code();
  }

  private Map<String, String> environment(
      LocalNode node, DatabaseAddress database, @Nullable String token) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOTLINE_NODE_CODE", node.code());
    environment.put("HOTLINE_NODE_NAME", node.name());
    environment.put("HOTLINE_NODE_PROFILE", node.tier().profile());
    environment.put("HOTLINE_DB_URL", database.jdbcUrl(schema(node)));
    environment.put("HOTLINE_DB_USER", database.user());
    environment.put("HOTLINE_DB_PASSWORD", database.password());
    environment.put("HOTLINE_PULSAR_URL", pulsarUrl);
    environment.put("HOTLINE_HTTP_PORT", Integer.toString(node.httpPort()));
    environment.put("HOTLINE_GRPC_PORT", Integer.toString(node.grpcPort()));
    environment.put("HOTLINE_GRPC_HOST", "127.0.0.1");
    environment.put("HOTLINE_DATA_DIR", node.folder().toString());
    environment.put("HOTLINE_ADMIN_PASSWORD", data.usersPassword());
    environment.put("HOTLINE_DEMO_USERS", "true");
    environment.put("HOTLINE_REQUESTER_SECRET", data.requesterSecret());
    environment.put("TZ", "Asia/Shanghai");
    String policy = node.policy();
    if (policy != null) {
      environment.put("HOTLINE_NODE_POLICY", policy);
    }
    String parent = node.parent();
    if (parent != null) {
      environment.put("HOTLINE_PARENT_ADDRESS", plan.node(parent).grpcAddress());
    }
    if (token != null) {
      environment.put("HOTLINE_PARENT_TOKEN", token);
    }
    return environment;
  }
}
