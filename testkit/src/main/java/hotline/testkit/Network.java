package hotline.testkit;

import static org.awaitility.Awaitility.await;

import hotline.local.demo.client.ApiRefusal;
import hotline.local.servers.DatabaseServer;
import hotline.local.servers.FreePorts;
import hotline.local.servers.PulsarServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A tree of real nodes on a real database and a real broker, enrolled at each other. Everything is
 * forgotten when it is closed.
 */
public final class Network implements AutoCloseable {

  /** Of the demo users of all nodes. */
  public static final String PASSWORD = "test-" + UUID.randomUUID();

  private static final Duration ARRIVAL = Duration.ofMinutes(2);

  private final Path folder;
  private final Servers servers;
  private final boolean processes;
  private final Clock clock;
  private final String schemaPrefix = "t" + Long.toString(System.nanoTime(), 36) + "_";
  private final Map<String, TestNode> nodes = new LinkedHashMap<>();
  private final Map<String, List<Integer>> linkTargets = new HashMap<>();
  private final List<TestNode> twins = new ArrayList<>();

  Network(Path folder, Servers servers, boolean processes, Clock clock) {
    this.folder = folder;
    this.servers = servers;
    this.processes = processes;
    this.clock = clock;
  }

  /** Begins to say what a network is to be made of. */
  public static NetworkBuilder builder() {
    return new NetworkBuilder();
  }

  /** The node of that code. */
  public TestNode node(String code) {
    return Objects.requireNonNull(
        nodes.get(code), () -> "node " + code + " given, expected one of " + nodes.keySet());
  }

  /** All nodes, parents before children. */
  public Collection<TestNode> nodes() {
    return Collections.unmodifiableCollection(nodes.values());
  }

  public DatabaseServer database() {
    return servers.database();
  }

  public PulsarServer pulsar() {
    return servers.pulsar();
  }

  /** The codes of the nodes above, the nearest first. */
  public List<String> above(String code) {
    List<String> above = new ArrayList<>();
    for (String at = node(code).spec().parent(); at != null; at = node(at).spec().parent()) {
      above.add(at);
    }
    return above;
  }

  /**
   * Starts a second process that serves the same node, with HTTP and link ports of its own. Only
   * with {@link NetworkBuilder#processes()}.
   */
  public TestNode twin(String code) {
    TestNode first = node(code);
    NodeConfig config = first.config();
    int grpcPort = FreePorts.next();
    Objects.requireNonNull(linkTargets.get(code)).add(grpcPort);
    TestNode twin =
        new TestNode(
            new NodeConfig(
                config.spec(),
                config.database(),
                config.schema(),
                config.pulsarUrl(),
                FreePorts.next(),
                grpcPort,
                config.advertisedPort(),
                config.parentPort(),
                null,
                config.folder(),
                config.password()),
            host(code + "-twin"),
            first.link());
    twins.add(twin);
    twin.start();
    return twin;
  }

  /**
   * Waits until every record of every node is at every node above it, and proves it from the
   * tables: see {@link Completeness}. Nobody may be working meanwhile.
   */
  public void awaitComplete() {
    await("every record is at every node above")
        .atMost(ARRIVAL)
        .pollInterval(Duration.ofMillis(250))
        .ignoreExceptions()
        .untilAsserted(() -> new Completeness(this).check());
  }

  @Override
  public void close() {
    List<TestNode> leavesFirst = new ArrayList<>(nodes.values());
    Collections.reverse(leavesFirst);
    leavesFirst.addAll(0, twins);
    try {
      leavesFirst.forEach(TestNode::close);
      if (!servers.own()) {
        leavesFirst.forEach(node -> servers.database().dropSchema(node.config().schema()));
      }
    } finally {
      servers.close();
      deleteTree();
    }
  }

  void start(List<NodeSpec> specs) {
    specs.forEach(this::add);
    for (List<TestNode> level : levels()) {
      level.forEach(node -> node.launch(token(node)));
      level.forEach(TestNode::awaitUp);
    }
  }

  private void add(NodeSpec spec) {
    String parent = spec.parent();
    int grpcPort = FreePorts.next();
    List<Integer> targets = new CopyOnWriteArrayList<>(List.of(grpcPort));
    linkTargets.put(spec.code(), targets);
    Link link = new Link(FreePorts.next(), targets);
    String schema = schemaPrefix + spec.code();
    servers.database().createSchema(schema);
    nodes.put(
        spec.code(),
        new TestNode(
            new NodeConfig(
                spec,
                servers.database().address(),
                schema,
                servers.pulsar().serviceUrl(),
                FreePorts.next(),
                grpcPort,
                link.port(),
                parent == null ? 0 : node(parent).link().port(),
                null,
                folder(spec.code()),
                PASSWORD),
            host(spec.code()),
            link));
  }

  private NodeHost host(String name) {
    return processes ? new ProcessHost(folder.resolve(name + ".log")) : new EmbeddedHost(clock);
  }

  /** A fresh one-time token of its parent, for a node that is to be enrolled again. */
  @Nullable String newToken(String code) {
    return token(node(code));
  }

  private @Nullable String token(TestNode child) {
    NodeSpec spec = child.spec();
    String parent = spec.parent();
    if (parent == null) {
      return null;
    }
    try {
      return node(parent)
          .client()
          .post(
              "admin",
              "/api/enrolments",
              Map.of(
                  "code",
                  spec.code(),
                  "name",
                  spec.name(),
                  "tier",
                  spec.tier().name(),
                  "kind",
                  spec.kind()))
          .path("token")
          .asText();
    } catch (ApiRefusal e) {
      throw new IllegalStateException(parent + " does not enrol " + spec, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private List<List<TestNode>> levels() {
    List<List<TestNode>> levels = new ArrayList<>();
    for (TestNode node : nodes.values()) {
      int depth = above(node.code()).size();
      while (levels.size() <= depth) {
        levels.add(new ArrayList<>());
      }
      levels.get(depth).add(node);
    }
    return levels;
  }

  private Path folder(String code) {
    try {
      return Files.createDirectories(folder.resolve(code));
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for " + code, e);
    }
  }

  private void deleteTree() {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}
