package hotline.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hotline.local.servers.FreePorts;
import hotline.local.servers.MariaDbServer;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.jdbc.JdbcTransactions;
import hotline.sync.link.Enrolment;
import hotline.sync.link.LinkConfig;
import hotline.sync.link.NodeLink;
import hotline.sync.stream.ReceivedRecord;
import hotline.sync.stream.StreamEngine;
import hotline.sync.trust.Address;
import hotline.sync.trust.Ed25519BatchSigner;
import hotline.sync.trust.IdentityFolder;
import hotline.sync.trust.NodeIdentity;
import hotline.sync.trust.NodeVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A node of streams only: its own database server, real identity, mutual TLS, real broker. */
final class BenchNode implements AutoCloseable {

  private final MariaDbServer server;
  private final HikariDataSource dataSource;
  private final Transactions transactions;
  private final NodeIdentity identity;
  private final Ed25519BatchSigner signer;
  private final LinkConfig config;
  private final String pulsarUrl;
  private final Arrivals arrivals = new Arrivals();
  private NodeLink link;
  private StreamEngine engine;

  private BenchNode(
      Path folder,
      String pulsarUrl,
      NodeIdentity identity,
      IdentityFolder identities,
      LinkConfig config)
      throws Exception {
    this.server =
        MariaDbServer.start(
            MariaDbServer.Options.in(folder.resolve("mariadb")).sized("512M", "512M"));
    this.server.createSchema("hotline");
    this.dataSource = open(server);
    this.transactions = new JdbcTransactions(dataSource);
    this.identity = identity;
    this.signer = identities.signer(identity);
    this.config = config;
    this.pulsarUrl = pulsarUrl;
    createTables();
    this.link = newLink();
    this.engine = newEngine();
    start();
  }

  static BenchNode root(Path folder, String code, String pulsarUrl) throws Exception {
    Address address = freeAddress();
    IdentityFolder identities = new IdentityFolder(folder.resolve("identity"), Clock.systemUTC());
    return new BenchNode(
        folder,
        pulsarUrl,
        identities.createRoot(NodeCode.of(code)),
        identities,
        new LinkConfig(address, address, Optional.empty()));
  }

  static BenchNode below(BenchNode parent, Path folder, String code, String pulsarUrl)
      throws Exception {
    NodeCode self = NodeCode.of(code);
    Address address = freeAddress();
    IdentityFolder identities = new IdentityFolder(folder.resolve("identity"), Clock.systemUTC());
    Address above = parent.config.advertised();
    String token = parent.link.desk().createToken(self, code, Duration.ofHours(1)).print();
    NodeIdentity identity =
        new Enrolment(identities, Clock.systemUTC()).enrol(token, self, code, above, address);
    return new BenchNode(
        folder,
        pulsarUrl,
        identity,
        identities,
        new LinkConfig(address, address, Optional.of(above)));
  }

  private static HikariDataSource open(MariaDbServer server) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(server.jdbcUrl("hotline"));
    config.setUsername(server.user());
    config.setPassword(server.password());
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setMaximumPoolSize(80);
    config.setMinimumIdle(4);
    return new HikariDataSource(config);
  }

  private void createTables() throws IOException, SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String script :
          List.of(
              "V1__streams.sql",
              "V2__commands_and_trust.sql",
              "V3__proof.sql",
              "V4__completeness.sql",
              "V5__peer_streams.sql",
              "V167__node_reports.sql")) {
        try (InputStream in = BenchNode.class.getResourceAsStream("/db/migration/" + script)) {
          String sql =
              new String(
                      java.util.Objects.requireNonNull(in, script).readAllBytes(),
                      StandardCharsets.UTF_8)
                  .replaceAll("(?m)--.*$", "");
          for (String part : sql.split(";", -1)) {
            if (!part.isBlank()) {
              statement.execute(part);
            }
          }
        }
      }
      statement.execute(BenchTable.DDL);
      connection.commit();
    }
  }

  private NodeLink newLink() {
    return new NodeLink(identity, signer, config, transactions, Clock.systemUTC());
  }

  private StreamEngine newEngine() {
    boolean top = identity.parent().isEmpty();
    return StreamEngine.builder()
        .transactions(transactions)
        .tree(link.tree())
        .signer(link.signer())
        .verifier(link.verifier())
        .channels(link.channels())
        .applier(
            (tx, stream, records) -> {
              BenchTable.replicate(tx, records);
              tx.afterCommit(() -> visible(records));
              return records.stream().map(BenchTable::entity).toList();
            })
        .pulsarUrl(pulsarUrl)
        .parentPulsarUrl(top ? null : pulsarUrl)
        .build();
  }

  private void visible(List<ReceivedRecord> records) {
    long now = System.nanoTime();
    for (ReceivedRecord record : records) {
      arrivals.visible(BenchTable.idOf(record.body()), now);
    }
  }

  private void start() {
    link.start(List.of(engine.grpcService()), NodeVersion.running("bench"), Set::of);
    engine.start();
  }

  /** Stops the node's program; its database and the broker go on. */
  void stop() {
    engine.close();
    link.close();
  }

  void restart() {
    link = newLink();
    engine = newEngine();
    start();
  }

  StreamEngine engine() {
    return engine;
  }

  Transactions transactions() {
    return transactions;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  /** Runs one statement outside of any measurement. */
  void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      connection.commit();
    }
  }

  private static Address freeAddress() {
    return new Address("127.0.0.1", FreePorts.next());
  }

  static void closeAll(@Nullable BenchNode... nodes) {
    for (BenchNode node : nodes) {
      if (node != null) {
        node.close();
      }
    }
  }

  @Override
  public void close() {
    stop();
    dataSource.close();
    server.close();
  }
}
