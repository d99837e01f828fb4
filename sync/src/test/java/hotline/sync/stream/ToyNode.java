package hotline.sync.stream;

import com.zaxxer.hikari.HikariDataSource;
import hotline.local.servers.SharedServers;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.jdbc.JdbcTransactions;
import hotline.sync.link.PeerChannels;
import hotline.sync.link.PeerIdentity;
import hotline.sync.testing.TestSchema;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A node of nothing but streams: real database, real broker, real sockets; peers say who they are
 * without proving it.
 */
final class ToyNode implements AutoCloseable {

  static final Tuning QUICK =
      new Tuning(
          Duration.ofMillis(20),
          Duration.ofMillis(5),
          Duration.ofSeconds(1),
          Duration.ofMillis(300),
          Duration.ofMillis(200),
          Duration.ofSeconds(2),
          Duration.ofMillis(300),
          64 * 1024);

  private static final Metadata.Key<String> PEER =
      Metadata.Key.of("peer", Metadata.ASCII_STRING_MARSHALLER);

  private final TestTree tree;
  private final TestKeys keys;
  private final Map<NodeCode, ToyNode> network;
  private final String topicPrefix;
  private final TestSchema schema = new TestSchema();
  private final HikariDataSource dataSource = schema.open();
  private final Map<NodeCode, ManagedChannel> channels = new ConcurrentHashMap<>();
  final ToyApplier applier = new ToyApplier();
  LinkScope scope = LinkScope.FULL;
  Failpoints failpoints = Failpoints.NONE;
  private final int port;
  private Server server;
  private StreamEngine engine;

  ToyNode(TestTree tree, TestKeys keys, Map<NodeCode, ToyNode> network, String topicPrefix) {
    this.tree = tree;
    this.keys = keys;
    this.network = network;
    this.topicPrefix = topicPrefix;
    schema.execute(
        "CREATE TABLE replica (origin VARCHAR(9) NOT NULL, stream VARCHAR(32) NOT NULL,"
            + " position BIGINT NOT NULL, body BLOB NOT NULL, personal BLOB NOT NULL,"
            + " PRIMARY KEY (origin, stream, position))");
    schema.execute(
        "CREATE TABLE latest (origin VARCHAR(9) NOT NULL, ticket VARCHAR(20) NOT NULL,"
            + " version INT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (origin, ticket))");
    schema.execute("CREATE TABLE ticket (id INT NOT NULL PRIMARY KEY, version INT NOT NULL)");
    engine = newEngine();
    server = listen(0);
    port = server.getPort();
    network.put(tree.self(), this);
  }

  /** A further engine on this node's database: another process of the same node. */
  StreamEngine newEngine() {
    boolean top = tree.parent().isEmpty();
    return StreamEngine.builder()
        .transactions(transactions())
        .tree(tree)
        .signer(keys.signerOf(tree.self()))
        .verifier(keys)
        .channels(channels())
        .applier(applier)
        .pulsarUrl(SharedServers.pulsar().serviceUrl())
        .parentPulsarUrl(top ? null : SharedServers.pulsar().serviceUrl())
        .topicPrefix(topicPrefix)
        .scope(scope)
        .clock(Clock.systemUTC())
        .tuning(QUICK)
        .failpoints(point -> failpoints.reached(point))
        .build();
  }

  ToyNode start() {
    engine.start();
    return this;
  }

  /** Stops as {@code kill -9} would and starts a new process. */
  void crashAndRestart() {
    crash();
    restart();
  }

  void crash() {
    server.shutdownNow();
    engine.crash();
  }

  void restart() {
    failpoints = Failpoints.NONE;
    engine = newEngine();
    awaitEnd(server);
    server = listen(port);
    engine.start();
  }

  void stop() {
    server.shutdownNow();
    engine.close();
  }

  private static void awaitEnd(Server server) {
    try {
      server.awaitTermination();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  NodeCode code() {
    return tree.self();
  }

  TestTree tree() {
    return tree;
  }

  StreamEngine engine() {
    return engine;
  }

  TestSchema schema() {
    return schema;
  }

  Transactions transactions() {
    return new JdbcTransactions(dataSource);
  }

  /** One business transaction: raises a ticket's version and journals that it did. */
  void work(int ticket) {
    try {
      transactions()
          .<SQLException>run(
              tx -> {
                try (PreparedStatement raise =
                    tx.connection()
                        .prepareStatement(
                            "INSERT INTO ticket (id, version) VALUES (?, 1)"
                                + " ON DUPLICATE KEY UPDATE version = version + 1")) {
                  raise.setInt(1, ticket);
                  raise.executeUpdate();
                }
                int version;
                try (PreparedStatement read =
                    tx.connection().prepareStatement("SELECT version FROM ticket WHERE id = ?")) {
                  read.setInt(1, ticket);
                  try (var row = read.executeQuery()) {
                    row.next();
                    version = row.getInt(1);
                  }
                }
                engine.journal().append(tx, List.of(Toy.entry(ticket + ":" + version)));
              });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Says words to all nodes below, in one transaction. */
  void broadcast(String... words) {
    transactions()
        .run(
            tx ->
                engine
                    .journal()
                    .append(
                        tx,
                        Stream.of(words)
                            .map(word -> JournalEntry.broadcast(Toy.bytes(word)))
                            .toList()));
  }

  private Server listen(int port) {
    try {
      return NettyServerBuilder.forAddress(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
          .addService(io.grpc.ServerInterceptors.intercept(engine.grpcService(), new WhoCalls()))
          .build()
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PeerChannels channels() {
    return peer ->
        ClientInterceptors.intercept(
            channels.computeIfAbsent(
                peer,
                p ->
                    NettyChannelBuilder.forAddress(
                            "127.0.0.1", java.util.Objects.requireNonNull(network.get(p)).port)
                        .usePlaintext()
                        .maxInboundMessageSize(8 * 1024 * 1024)
                        .build()),
            new SayWho());
  }

  @Override
  public void close() {
    engine.close();
    server.shutdownNow();
    channels.values().forEach(ManagedChannel::shutdownNow);
    dataSource.close();
    schema.close();
  }

  private final class SayWho implements ClientInterceptor {
    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
        MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
      return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
        @Override
        public void start(Listener<A> listener, Metadata headers) {
          headers.put(PEER, tree.self().value());
          super.start(listener, headers);
        }
      };
    }
  }

  private static final class WhoCalls implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      NodeCode peer = NodeCode.of(java.util.Objects.requireNonNull(headers.get(PEER)));
      return Contexts.interceptCall(
          Context.current().withValue(PeerIdentity.KEY, peer), call, headers, next);
    }
  }
}
