package hotline.node.desk;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.EmbeddedNode;
import hotline.node.MovableClock;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.Samples;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Charge;
import hotline.node.ticket.Instruction.Dispatched;
import hotline.node.work.TicketWork;
import hotline.sync.Transactions;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever clicks a number at a desk gets exactly that many rows. */
class DeskCountsIT {

  private static final String PASSWORD = "another-password-2";
  private static final String UNIT = "unit-CGJ";

  /** The lines of the console's desks of those who belong to no unit, by the number beside them. */
  private static final Map<String, String> LINES = new LinkedHashMap<>();

  /** Those of a unit's desk. */
  private static final Map<String, String> UNIT_LINES = new LinkedHashMap<>();

  static {
    String own = "/api/tickets?owner=621000&";
    String received = "/api/assignments?unit=NONE&";
    LINES.put("accepted", own + "state=ACCEPTED");
    LINES.put("registered", own + "state=REGISTERED");
    LINES.put("awaitingFollowUp", own + "state=AWAITING_FOLLOW_UP");
    LINES.put("closed", own + "state=CLOSED");
    LINES.put("dueSoon", own + "dueSoon=true");
    LINES.put("overdue", own + "overdue=true");
    LINES.put("undelivered", own + "attention=UNDELIVERED");
    LINES.put("replies", own + "attention=REPLY");
    LINES.put("returns", own + "attention=RETURN");
    LINES.put("moreTime", own + "attention=EXTENSION");
    LINES.put("requests", own + "attention=REQUEST");
    LINES.put("meetings", own + "attention=MEETING");
    LINES.put("redo", own + "attention=REDO");
    LINES.put("dissatisfied", own + "attention=DISSATISFIED");
    LINES.put("screenings", own + "attention=SCREENING");
    LINES.put("awaitingSignFor", received + "state=AWAITING_SIGN_FOR");
    LINES.put("receivedOpen", received + "state=IN_HANDLING");
    LINES.put("receivedDueSoon", received + "dueSoon=true");
    LINES.put("receivedOverdue", received + "overdue=true");
    LINES.put("receivedUndelivered", received + "attention=UNDELIVERED");
    LINES.put("atReceived", received + "attention=DECISION");
    UNIT_LINES.put("awaitingSignFor", "/api/assignments?state=AWAITING_SIGN_FOR");
    UNIT_LINES.put("inHandling", "/api/assignments?state=IN_HANDLING");
    UNIT_LINES.put("returning", "/api/assignments?state=RETURN_REQUESTED");
    UNIT_LINES.put("dueSoon", "/api/assignments?dueSoon=true");
    UNIT_LINES.put("overdue", "/api/assignments?overdue=true");
    UNIT_LINES.put("redo", "/api/assignments?attention=REDO");
  }

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private static NodeHttp http;

  private static final List<AssignmentId> ASSIGNMENTS = new ArrayList<>();

  private static final MovableClock CLOCK = new MovableClock();

  @BeforeAll
  static void start(@TempDir Path folder) throws SQLException {
    node = EmbeddedNode.withUsers(folder, CLOCK);
    http = node.http();
    for (int i = 0; i < 2; i++) {
      ASSIGNMENTS.add(Samples.dispatched(node));
      unitActs(i, "sign-for", Map.of());
    }
    CLOCK.putForward(Duration.ofDays(40));
    http = node.http();
    for (int i = 2; i < 8; i++) {
      ASSIGNMENTS.add(Samples.dispatched(node));
    }
    unitActs(2, "request-return", Map.of("reason", "不属职责", "basis", "三定", "suggestion", "住建局"));
    unitActs(3, "sign-for", Map.of());
    unitActs(
        3,
        "request-extension",
        Map.of("reason", "备件在途", "workingDays", 2, "requesterInformed", true));
    register("621002", "COMPLAINT");
    register("621021", "COMPLAINT");
    register("621021", "HELP");
    // as time, and links that are down, bring it about
    dueSoon("ticket", 4);
    dueSoon("assignment", 5);
    // two orders of one ticket: it stands in the line once
    update("UPDATE ticket SET undelivered = 2 WHERE ticket_id = ?", ticket(5));
    receive(6);
    receive(7);
    update(
        "UPDATE assignment SET state = 'IN_HANDLING', due_at = 1, undelivered = 3"
            + " WHERE assignment_id = ?",
        received(7).toString());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void everyNumberOfADeskIsTheLengthOfItsLineWhateverOneMaySee() {
    user("counts-all", Map.of());
    user("counts-here", Map.of("regions", List.of("621002")));
    user("counts-there", Map.of("regions", List.of("621021")));
    user("counts-help", Map.of("categories", List.of("HELP")));

    Map<String, Object> all = counts("counts-all");
    assertThat(all)
        .containsEntry("overdue", 2)
        .containsEntry("dueSoon", 1)
        .containsEntry("undelivered", 1)
        .containsEntry("returns", 1)
        .containsEntry("moreTime", 1)
        .containsEntry("accepted", 3)
        .containsEntry("awaitingSignFor", 1)
        .containsEntry("receivedOpen", 1)
        .containsEntry("receivedOverdue", 1)
        .containsEntry("receivedUndelivered", 1);
    assertThat(counts("counts-there")).containsEntry("overdue", 0).containsEntry("accepted", 2);
    for (String user : List.of("counts-all", "counts-here", "counts-there", "counts-help")) {
      assertLines(user, LINES);
    }
  }

  @Test
  void theNumbersOfAUnitsDeskAreTheLengthsOfItsLines() {
    assertThat(counts(UNIT))
        .containsEntry("awaitingSignFor", 4)
        .containsEntry("inHandling", 3)
        .containsEntry("returning", 1)
        .containsEntry("overdue", 2)
        .containsEntry("dueSoon", 1);
    assertLines(UNIT, UNIT_LINES);
    assertLines("unit-RSJ", UNIT_LINES);
  }

  private static void assertLines(String user, Map<String, String> lines) {
    Map<String, Object> counts = counts(user);
    lines.forEach(
        (name, path) -> {
          Answer page = http.get(user, path + "&size=1");
          assertThat(page.status()).as("%s", page.body()).isEqualTo(200);
          assertThat(counts.get(name))
              .as(user + " " + name)
              .hasToString(String.valueOf(page.body().get("total")));
        });
  }

  private static Map<String, Object> counts(String user) {
    return http.get(user, "/api/desk").map("counts");
  }

  /** The node itself is given the ticket's work, too, as by the node above. */
  private static void receive(int number) {
    AssignmentId given = ASSIGNMENTS.get(number);
    node.bean(TicketWork.class)
        .carryOut(
            unit -> {
              Assignment like = unit.assignment(given);
              Charge charge = like.charge();
              unit.instruct(
                  received(number),
                  new Dispatched(
                      new Charge(
                          charge.assigner(),
                          charge.node(),
                          null,
                          charge.role(),
                          null,
                          charge.briefing()),
                      like.subject(),
                      like.terms()));
              return given;
            });
  }

  private static AssignmentId received(int number) {
    return AssignmentId.of(ASSIGNMENTS.get(number).ticket(), 2);
  }

  private static String ticket(int number) {
    return ASSIGNMENTS.get(number).ticket().toString();
  }

  private static void dueSoon(String table, int number) throws SQLException {
    long at = CLOCK.instant().plusSeconds(3600).toEpochMilli() * 1000;
    update("UPDATE " + table + " SET due_at = " + at + " WHERE ticket_id = ?", ticket(number));
  }

  private static void update(String sql, String id) throws SQLException {
    node.bean(Transactions.class)
        .<SQLException>run(
            tx -> {
              try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
                statement.setString(1, id);
                assertThat(statement.executeUpdate()).isEqualTo(1);
              }
            });
  }

  private static void register(String region, String category) {
    Map<String, Object> appeal = new HashMap<>();
    appeal.put("channel", "PHONE");
    appeal.put("category", category);
    appeal.put("title", "路面破损");
    appeal.put("content", region + category + "路面破损多日，通行不便。");
    appeal.put("region", region);
    appeal.put("place", region + category + "路");
    appeal.put("occurredAt", "2026-11-20T19:00:00+08:00");
    appeal.put("requester", Map.of("name", "孙试验", "phone", "19900007" + region.substring(3)));
    appeal.put("decision", Map.of("kind", "ACCEPT"));
    Answer registered = http.post("huawu", "/api/tickets", appeal);
    assertThat(registered.status()).as("%s", registered.body()).isEqualTo(201);
  }

  private static void unitActs(int number, String action, Map<String, ?> body) {
    String address = ASSIGNMENTS.get(number).toString().replace('/', '~');
    Answer answer = http.post(UNIT, "/api/assignments/" + address + "/" + action, body);
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 204);
  }

  private static void user(String name, Map<String, List<String>> scope) {
    Map<String, Object> rights = new HashMap<>();
    rights.put("displayName", "测试");
    rights.put("roles", List.of("DISPATCHER", "REVIEWER"));
    rights.put("regions", scope.getOrDefault("regions", List.of()));
    rights.put("categories", scope.getOrDefault("categories", List.of()));
    rights.put("disabled", false);
    Answer created =
        http.post(
            "admin",
            "/api/users",
            Map.of("username", name, "password", PASSWORD, "rights", rights));
    assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
    assertThat(http.signIn(name, PASSWORD).status()).isEqualTo(200);
  }
}
