package hotline.sync.command;

import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import hotline.sync.command.PeerRules.Direction;
import hotline.sync.jdbc.DatabaseException;
import hotline.sync.testing.TestNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A node with a command link whose handler writes what it carries out into a table, in the order in
 * which it does, and whose listener remembers what it hears.
 */
final class CommandNode implements CommandHandler, OutcomeListener, AutoCloseable {

  static final String DOWN = "Dispatch";
  static final String UP = "Reply";

  static final PeerRules RULES =
      new PeerRules(Map.of(DOWN, Direction.DOWN, UP, Direction.UP, "Ping", Direction.BOTH));

  static final CommandSettings FAST =
      new CommandSettings(
          256,
          8,
          Duration.ofSeconds(20),
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofMillis(300),
          Duration.ofMillis(50),
          Duration.ofSeconds(2));

  /** What the listener heard; the outcome of a cancelled command is null. */
  record Heard(CommandId id, String type, String payload, CommandOutcome outcome) {}

  final TestNode node;
  final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
  final Map<String, CountDownLatch> slow = new ConcurrentHashMap<>();
  final Map<String, Runnable> afterCommit = new ConcurrentHashMap<>();
  final List<Heard> heard = new CopyOnWriteArrayList<>();
  final List<CommandId> cancelled = new CopyOnWriteArrayList<>();
  final AtomicInteger listenerFailures = new AtomicInteger();
  private final CommandSettings settings;
  volatile CommandLink link;

  CommandNode(TestNode node) {
    this(node, FAST);
  }

  CommandNode(TestNode node, CommandSettings settings) {
    this.node = node;
    this.settings = settings;
    node.schema()
        .execute(
            "CREATE TABLE executed (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, ordering_key"
                + " VARCHAR(64) NOT NULL, payload VARCHAR(100) NOT NULL)");
    this.link = newLink();
  }

  CommandLink newLink() {
    return newLink(node.schema().transactions());
  }

  CommandLink newLink(Transactions transactions) {
    return new CommandLink(
        transactions,
        node.link().channels(),
        node.link().tree(),
        RULES,
        this,
        this,
        settings,
        Clock.systemUTC());
  }

  CommandNode start() {
    node.start(link.grpcService());
    link.start();
    return this;
  }

  /** Ends the server, the connections and the command link. */
  void stop() {
    link.close();
    node.stop();
    link = newLink();
  }

  NodeCode code() {
    return node.code();
  }

  CommandId send(NodeCode target, String key, String type, String payload) {
    return node.schema()
        .transactions()
        .<CommandId, RuntimeException>call(tx -> enqueue(tx, target, key, type, payload));
  }

  CommandId enqueue(Tx tx, NodeCode target, String key, String type, String payload) {
    return link.enqueue(
        tx, new CommandDraft(target, key, type, payload.getBytes(StandardCharsets.UTF_8)));
  }

  boolean cancel(CommandId id) {
    return node.schema()
        .transactions()
        .<Boolean, RuntimeException>call(tx -> link.cancel(tx, id, "不再需要"));
  }

  /** Payloads in the order in which they were carried out. */
  List<String> executed() {
    return executed("SELECT payload FROM executed ORDER BY id");
  }

  List<String> executed(String sql) {
    List<String> found = new ArrayList<>();
    try (Connection connection = node.schema().dataSource().getConnection();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(row.getString(1));
      }
      connection.rollback();
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long waiting() {
    return node.schema().number("SELECT COUNT(*) FROM outbound_command WHERE state = 0");
  }

  TargetStatus statusOf(NodeCode target) {
    return link.status().stream()
        .filter(status -> status.target().equals(target))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public CommandOutcome handle(Tx tx, InboundCommand command) {
    String payload = new String(command.payload(), StandardCharsets.UTF_8);
    if (payload.startsWith("refuse")) {
      return new CommandOutcome.Refused(400, "STATE_FORBIDS", "工单已办结");
    }
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement("INSERT INTO executed (ordering_key, payload) VALUES (?, ?)")) {
      insert.setString(1, command.orderingKey());
      insert.setString(2, payload.substring(0, Math.min(100, payload.length())));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
    CountDownLatch latch = slow.get(payload);
    if (latch != null) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    AtomicInteger left = failures.get(payload);
    if (left != null && left.getAndDecrement() > 0) {
      throw new IllegalStateException("not now");
    }
    Runnable action = afterCommit.remove(payload);
    if (action != null) {
      tx.afterCommit(action);
    }
    return new CommandOutcome.Done(("done " + payload).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void onOutcome(
      Tx tx,
      CommandId id,
      NodeCode target,
      String orderingKey,
      String type,
      byte[] payload,
      CommandOutcome outcome) {
    if (listenerFailures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new IllegalStateException("listener cannot take it now");
    }
    tx.afterCommit(
        () -> heard.add(new Heard(id, type, new String(payload, StandardCharsets.UTF_8), outcome)));
  }

  @Override
  public void onCancelled(
      Tx tx, CommandId id, NodeCode target, String orderingKey, String type, byte[] payload) {
    tx.afterCommit(() -> cancelled.add(id));
  }

  @Override
  public void close() {
    link.close();
    node.close();
  }
}
