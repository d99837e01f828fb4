package hotline.node.work;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import hotline.node.EmbeddedNode;
import hotline.node.NodeHttp;
import hotline.node.NodeHttp.Answer;
import hotline.node.Samples;
import hotline.node.ticket.AssignmentCommand.NoteContact;
import hotline.node.ticket.AssignmentId;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An upgraded node has on its desks and in its figures what was there before. */
class BackfillIT {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int TICKETS = 12;
  private static final String UNIT = "unit-CGJ";

  /** What is derived, by table, without what the database numbers itself. */
  private static final Map<String, String> DERIVED = new LinkedHashMap<>();

  static {
    DERIVED.put(
        "ticket",
        "SELECT ticket_id, version, channel, matter, response_due, responded_at, closed_at,"
            + " rating_kind, satisfied, solved FROM ticket ORDER BY ticket_id");
    DERIVED.put(
        "assignment",
        "SELECT assignment_id, version, state, to_sign, on_account, excluded FROM assignment"
            + " ORDER BY assignment_id");
    DERIVED.put(
        "desk_task",
        "SELECT holder, ticket_id, unit, kind, since FROM desk_task ORDER BY holder, kind");
    DERIVED.put(
        "deadline_watch",
        "SELECT subject, order_id, watch, ticket_id, unit, started_at, near_at, due_at, rule,"
            + " provisional, running, raised, next_at FROM deadline_watch WHERE running = 1"
            + " ORDER BY subject, order_id, watch");
    DERIVED.put(
        "assessment_item",
        "SELECT assignment_id, state, round, sign_due_at, signed_at, due_at, contacted_at,"
            + " replied_at, met_at, returned, late_return, extensions, final_rating, excluded"
            + " FROM assessment_item ORDER BY assignment_id");
  }

  @SuppressWarnings("NullAway.Init")
  private EmbeddedNode node;

  @SuppressWarnings("NullAway.Init")
  private NodeHttp http;

  private final List<AssignmentId> assignments = new ArrayList<>();

  @BeforeEach
  void start(@TempDir Path folder) {
    node = EmbeddedNode.withUsers(folder, Clock.systemUTC());
    http = node.http();
    await().atMost(SOON).until(() -> node.bean(Backfill.class).finished());
    for (int i = 0; i < TICKETS; i++) {
      assignments.add(Samples.dispatched(node));
    }
    ok(act(0, "request-return", Map.of("reason", "不属职责", "basis", "三定", "suggestion", "住建局")));
    ok(act(1, "sign-for", Map.of()));
    ok(
        act(
            1,
            "request-extension",
            Map.of("reason", "备件在途", "workingDays", 2, "requesterInformed", true)));
    ok(act(2, "sign-for", Map.of()));
    node.bean(TicketWork.class)
        .carryOut(unit -> unit.decide(assignments.get(3), new NoteContact("电话未接通")));
    ok(
        http.post(
            "huawu",
            "/api/tickets/" + assignments.get(4).ticket() + "/withdraw",
            Map.of("reason", "诉求人来电表示已解决")));
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void afterARestartInTheMiddleEverythingIsAsLiveChangesWroteIt() throws Exception {
    Map<String, List<String>> live = derived();
    assertThat(live.get("desk_task")).hasSizeGreaterThanOrEqualTo(2);
    asBeforeTheUpgrade();
    assertThat(derived()).isNotEqualTo(live);
    assertThat(returnsAtTheDesk()).isZero();

    Backfill backfill = node.bean(Backfill.class);
    assertThat(backfill.advance(4)).isTrue();
    killedWhileItWaitsFor(backfill, assignments.get(6));
    assertThat(scanned()).as("the piece that was cut off is done again").isEqualTo(4);
    // a change comes before the rest is done
    ok(act(8, "sign-for", Map.of()));
    node.close();

    node = node.another();
    http = node.http();
    await().atMost(SOON).until(() -> node.bean(Backfill.class).finished());

    Map<String, List<String>> written = derived();
    DERIVED
        .keySet()
        .forEach(
            table ->
                assertThat(without(written, table, 8))
                    .as(table)
                    .isEqualTo(without(live, table, 8)));
    assertThat(returnsAtTheDesk()).isEqualTo(1);
    assertThat(http.get("shenhe", "/api/tickets?attention=EXTENSION").list("items"))
        .singleElement()
        .satisfies(
            ticket ->
                assertThat(ticket.get("id")).isEqualTo(assignments.get(1).ticket().toString()));
  }

  @Test
  void doneTwiceItChangesNothing() throws Exception {
    Map<String, List<String>> live = derived();
    execute("DELETE FROM backfill");

    Backfill backfill = node.bean(Backfill.class);
    while (backfill.advance(5)) {
      assertThat(backfill.finished()).isFalse();
    }

    assertThat(derived()).isEqualTo(live);
    assertThat(backfill.finished()).isTrue();
  }

  @Test
  void whatCannotBeReadDoesNotKeepTheRestFromBeingDone() throws Exception {
    Map<String, List<String>> live = derived();
    String broken = assignments.get(5).ticket().toString();
    asBeforeTheUpgrade();
    execute("UPDATE ticket SET image = X'01' WHERE ticket_id = '" + broken + "'");

    Backfill backfill = node.bean(Backfill.class);
    while (backfill.advance(5)) {
      assertThat(backfill.finished()).isFalse();
    }

    assertThat(without(derived(), "desk_task", 5)).isEqualTo(without(live, "desk_task", 5));
    assertThat(without(derived(), "ticket", 5)).isEqualTo(without(live, "ticket", 5));
  }

  /** Somebody holds the ticket; the connection breaks while the backfill waits for it. */
  private void killedWhileItWaitsFor(Backfill backfill, AssignmentId held) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      node.bean(Transactions.class)
          .<Exception>run(
              tx -> {
                rows(
                    tx,
                    "SELECT id FROM ticket WHERE ticket_id = '" + held.ticket() + "' FOR UPDATE");
                Future<Boolean> piece = thread.submit(() -> backfill.advance(4));
                String waiting =
                    "SELECT id FROM information_schema.processlist WHERE db = DATABASE()"
                        + " AND id <> CONNECTION_ID() AND info LIKE '%FROM ticket WHERE id IN%'";
                await().atMost(SOON).until(() -> !rows(tx, waiting).isEmpty());
                rows(tx, "KILL " + rows(tx, waiting).get(0));
                assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(() -> piece.get(SOON.toSeconds(), SECONDS));
              });
    } finally {
      thread.shutdownNow();
    }
  }

  /** The tables as a program wrote them that knew nothing of what is derived today. */
  private void asBeforeTheUpgrade() throws SQLException {
    execute("DELETE FROM backfill");
    execute("DELETE FROM desk_task");
    execute("DELETE FROM deadline_watch");
    execute("DELETE FROM assessment_item");
    execute(
        "UPDATE ticket SET channel = '', matter = '', response_due = NULL, responded_at = NULL,"
            + " closed_at = NULL, rating_kind = 'NONE', satisfied = NULL, solved = NULL");
    execute("UPDATE assignment SET to_sign = NULL, on_account = 1");
  }

  private long scanned() throws SQLException {
    List<String> ids =
        read("SELECT COUNT(*) FROM ticket WHERE id <= (SELECT scanned FROM backfill)");
    return Long.parseLong(ids.get(0));
  }

  private long returnsAtTheDesk() {
    Object counted = ok(http.get("shenhe", "/api/desk")).map("counts").get("returns");
    return Long.parseLong(String.valueOf(counted));
  }

  private Map<String, List<String>> derived() throws SQLException {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (var table : DERIVED.entrySet()) {
      all.put(table.getKey(), read(table.getValue()));
    }
    return all;
  }

  private List<String> without(Map<String, List<String>> all, String table, int ticket) {
    String id = assignments.get(ticket).ticket().toString();
    return all.getOrDefault(table, List.of()).stream().filter(row -> !row.contains(id)).toList();
  }

  private List<String> read(String sql) throws SQLException {
    return node.bean(Transactions.class).<List<String>, SQLException>call(tx -> rows(tx, sql));
  }

  private void execute(String sql) throws SQLException {
    node.bean(Transactions.class).<SQLException>run(tx -> rows(tx, sql));
  }

  private static List<String> rows(Tx tx, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = tx.connection().createStatement()) {
      if (statement.execute(sql)) {
        ResultSet found = statement.getResultSet();
        int columns = found.getMetaData().getColumnCount();
        while (found.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            row.add(String.valueOf(found.getObject(i)));
          }
          rows.add(String.join(" | ", row));
        }
      }
    }
    return rows;
  }

  private Answer act(int ticket, String action, Map<String, ?> body) {
    String address = assignments.get(ticket).toString().replace('/', '~');
    return http.post(UNIT, "/api/assignments/" + address + "/" + action, body);
  }

  private static Answer ok(Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 204);
    return answer;
  }
}
