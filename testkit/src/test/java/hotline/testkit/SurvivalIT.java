package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotline.requirements.Requirement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes as processes, a database and a broker of their own; all of them get killed. */
final class SurvivalIT {

  private static final System.Logger LOG = System.getLogger(SurvivalIT.class.getName());
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String PROVINCE = "620000";
  private static final String CITY = "621000";
  private static final String DISTRICT = "621002";

  private static Network network;

  @BeforeAll
  static void startNetwork() {
    // as in the demo, whose people work here too
    network =
        Network.builder().qingyang().under(DISTRICT, "xifeng").processes().ownServers().start();
  }

  @AfterAll
  static void stopNetwork() {
    if (network != null) {
      network.close();
    }
  }

  @BeforeEach
  void everythingRuns() {
    if (!network.database().isRunning()) {
      network.database().restart();
    }
    if (!network.pulsar().isRunning()) {
      network.pulsar().restart();
    }
    network.nodes().stream().filter(node -> !node.isRunning()).forEach(TestNode::start);
  }

  @Test
  @Requirement({"XTR-03", "XTR-09"})
  void nothingIsLostOrDoneTwiceWhenNodesBrokerAndDatabaseAreKilledUnderLoad() throws Exception {
    long seed = Long.getLong("hotline.seed", System.nanoTime() % 1_000_000);
    LOG.log(System.Logger.Level.INFO, "hotline.seed={0}", Long.toString(seed));
    Random random = new Random(seed);
    List<Fault> faults = new ArrayList<>(List.of(Fault.values()));
    faults.add(Fault.CITY);
    Collections.shuffle(faults, random);
    try (Load load = new Load(network, seed)) {
      load.start();
      for (Fault fault : faults) {
        awaitActs(load, load.acts() + 10 + random.nextInt(60));
        LOG.log(System.Logger.Level.INFO, "{0} after {1} acts", fault, load.acts());
        fault.strike(network);
      }
      Map<String, Long> open = load.finish();
      assertThat(open).as("open after seed %s, troubles %s", seed, load.problems()).isEmpty();
      network.awaitComplete();
      assertThat(load.tickets()).as("an answer for every appeal").hasSize(load.begun());
      assertThat(new TreeSet<>(load.tickets().values()))
          .as("no appeal has two tickets, no ticket two appeals")
          .isEqualTo(storedTickets());
    }
    await("every command is settled")
        .atMost(PATIENCE)
        .untilAsserted(SurvivalIT::assertEveryCommandWasCarriedOutOnce);
  }

  @Test
  @Requirement("XTR-03")
  void aParentAwayForAWhileGetsTheBacklog() throws Exception {
    Appeals appeals = new Appeals();
    network.node(PROVINCE).kill();
    Desk city = Desk.at(network.node(CITY));
    for (int i = 0; i < 20; i++) {
      String ticket = city.accept(appeals.about(DISTRICT));
      String assignment = city.toUnit(ticket, "CGJ");
      city.signFor(assignment);
      city.reply(assignment, "已修复。");
      city.review(ticket, assignment, true);
      city.followUp(ticket, "SATISFIED");
      city.archive(ticket);
    }
    network.node(PROVINCE).start();
    network.awaitComplete();
  }

  @Test
  void theSecondProcessOfANodeTakesOverWhenTheFirstIsKilled() throws Exception {
    TestNode first = network.node(CITY);
    TestNode second = network.twin(CITY);
    List<String> before = leases(first);
    first.kill();
    Desk city = Desk.at(second);
    Desk district = Desk.at(network.node(DISTRICT));
    String ticket = city.accept(new Appeals().about("621000"));
    String received = city.toNode(ticket, DISTRICT);
    district.awaitAssignment(received, "AWAITING_SIGN_FOR");
    district.signFor(received);
    district.reply(received, "已修复。");
    city.awaitOrder(ticket, received, "ANSWERED");
    city.review(ticket, received, true);
    city.followUp(ticket, "SATISFIED");
    city.archive(ticket);
    Desk.at(network.node(PROVINCE))
        .awaitTicket(ticket, seen -> seen.path("state").asText().equals("ARCHIVED"));
    assertThat(leases(first)).as("another process leads").isNotEqualTo(before);
    first.start();
    network.awaitComplete();
    second.kill();
  }

  private enum Fault {
    CITY,
    DISTRICT,
    PROVINCE,
    BROKER,
    DATABASE;

    void strike(Network network) {
      switch (this) {
        case CITY -> killed(network.node(SurvivalIT.CITY));
        case DISTRICT -> killed(network.node(SurvivalIT.DISTRICT));
        case PROVINCE -> killed(network.node(SurvivalIT.PROVINCE));
        case BROKER -> {
          network.pulsar().kill();
          network.pulsar().restart();
        }
        case DATABASE -> {
          network.database().kill();
          network.database().restart();
        }
      }
    }

    private static void killed(TestNode node) {
      node.kill();
      node.start();
    }
  }

  private static void awaitActs(Load load, long count) {
    await("the load goes on").atMost(PATIENCE).until(() -> load.acts() >= count);
  }

  private static List<String> leases(TestNode node) throws SQLException {
    try (Connection connection = node.database()) {
      return column(connection, "SELECT CONCAT(name, ' ', holder) FROM lease ORDER BY name");
    }
  }

  /** The tickets of the load at their owners; all of them have come to an end. */
  private static Set<String> storedTickets() throws SQLException {
    TreeSet<String> stored = new TreeSet<>();
    for (TestNode node : network.nodes()) {
      try (Connection connection = node.database()) {
        stored.addAll(
            column(
                connection,
                "SELECT t.ticket_id FROM ticket t JOIN intake i ON i.ticket_id = t.ticket_id"
                    + " WHERE i.external_system = 'demo' AND t.state IN ('ARCHIVED', 'REFUSED')"));
      }
    }
    return stored;
  }

  /** What the sender holds as done is what the receivers carried out, command by command. */
  private static void assertEveryCommandWasCarriedOutOnce() throws SQLException {
    Map<String, List<String>> sent = new TreeMap<>();
    Map<String, List<String>> carriedOut = new TreeMap<>();
    for (TestNode node : network.nodes()) {
      try (Connection connection = node.database()) {
        sent.put(
            node.code(),
            column(
                connection,
                "SELECT HEX(command_id) FROM outbound_command WHERE state = 1 ORDER BY 1"));
        assertThat(column(connection, "SELECT id FROM outbound_command WHERE state = 0"))
            .as("commands that still wait at %s", node.code())
            .isEmpty();
        for (TestNode sender : network.nodes()) {
          carriedOut
              .computeIfAbsent(sender.code(), code -> new ArrayList<>())
              .addAll(
                  column(
                      connection,
                      "SELECT HEX(command_id) FROM inbound_command WHERE outcome = 1 AND sender = '"
                          + sender.code()
                          + "'"));
        }
      }
    }
    carriedOut.values().forEach(Collections::sort);
    assertThat(carriedOut).isEqualTo(sent);
  }

  private static List<String> column(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
