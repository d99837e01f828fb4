package hotline.bench;

import hotline.bench.MadeUpTickets.MadeUp;
import hotline.local.servers.MariaDbServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Fills a node's tables, past the node: each row is a copy of one that the node itself wrote, with
 * what differs put in its place, so that columns which are added later are filled, too.
 */
final class TicketLoader {

  private static final int ROWS_A_STATEMENT = 250;
  private static final int STATEMENTS_A_COMMIT = 20;
  private static final int WRITERS = 2;

  private final MariaDbServer database;
  private final String schema;
  private final MadeUpTickets tickets;
  private final Map<String, @Nullable Object> ticketRow;
  private final Map<String, @Nullable Object> assignmentRow;
  private final Map<String, @Nullable Object> intakeRow;

  TicketLoader(MariaDbServer database, String schema, String template, int count) throws Exception {
    this.database = database;
    this.schema = schema;
    try (Connection connection = database.connect(schema)) {
      this.ticketRow = row(connection, "ticket", template);
      this.assignmentRow = row(connection, "assignment", template);
      this.intakeRow = row(connection, "intake", template);
    }
    this.tickets =
        new MadeUpTickets(
            bytes(ticketRow),
            bytes(assignmentRow),
            List.of("CGJ", "RSJ", "ZJJ", "JTJ", "GAJ", "JYJ", "WJW", "SJJ"),
            count,
            Clock.systemUTC().instant());
  }

  private static byte[] bytes(Map<String, @Nullable Object> row) {
    return (byte[]) java.util.Objects.requireNonNull(row.get("image"));
  }

  /** All tickets from 0 to {@code count}, oldest first, by several writers. */
  void load(int count) throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> parts = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int first = writer;
        parts.add(
            writers.submit(
                () -> {
                  write(first, count);
                  return null;
                }));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    } finally {
      writers.shutdownNow();
    }
    try (Connection connection = database.connect(schema);
        Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE TABLE ticket, assignment, intake");
    }
  }

  /** Every other piece, so that the writers go forward in time together. */
  private void write(int writer, int count) throws SQLException {
    try (Connection connection = database.connect(schema)) {
      connection.setAutoCommit(false);
      int statements = 0;
      for (int from = writer * ROWS_A_STATEMENT; from < count; from += WRITERS * ROWS_A_STATEMENT) {
        List<MadeUp> piece = new ArrayList<>();
        for (int i = from; i < Math.min(count, from + ROWS_A_STATEMENT); i++) {
          piece.add(tickets.number(i));
        }
        insert(connection, "ticket", piece.stream().map(this::ticket).toList());
        insert(connection, "assignment", piece.stream().map(this::assignment).toList());
        insert(connection, "intake", piece.stream().map(this::intake).toList());
        if (++statements % STATEMENTS_A_COMMIT == 0) {
          connection.commit();
        }
      }
      connection.commit();
    }
  }

  private Map<String, @Nullable Object> ticket(MadeUp made) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>(ticketRow);
    var clock = made.ticket().getClock();
    row.put("ticket_id", made.ticket().getId());
    row.put("state", made.state());
    row.put("category", made.category());
    row.put("title", made.ticket().getAppeal().getTitle());
    row.put("registered_at", clock.getRegisteredAtMicros());
    row.put("accepted_at", clock.getAcceptedAtMicros());
    row.put("closed", made.open() ? 0 : 1);
    row.put("due_at", made.open() ? clock.getDue().getAtMicros() : null);
    row.put("region", made.ticket().getAppeal().getRegion().getCode());
    row.put("requester_key", made.requesterKey());
    row.put("matter", made.ticket().getAppeal().getMatter().getCode());
    row.put(
        "closed_at", made.open() ? null : made.ticket().getOutcome().getClosure().getAtMicros());
    row.put("image", made.ticket().toByteArray());
    return row;
  }

  private Map<String, @Nullable Object> assignment(MadeUp made) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>(assignmentRow);
    row.put("assignment_id", made.assignment().getId());
    row.put("ticket_id", made.ticket().getId());
    row.put("unit", made.unit());
    row.put("state", made.open() ? "IN_HANDLING" : "CONFIRMED");
    row.put("due_at", made.assignment().getTerms().getDue().getAtMicros());
    row.put("image", made.assignment().toByteArray());
    return row;
  }

  private Map<String, @Nullable Object> intake(MadeUp made) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>(intakeRow);
    row.put("ticket_id", made.ticket().getId());
    row.put("query_code", made.ticket().getQueryCode());
    row.put("sameness", null);
    row.put("requester_key", made.requesterKey());
    row.put("matter", made.ticket().getAppeal().getMatter().getCode());
    row.put("region", made.ticket().getAppeal().getRegion().getCode());
    return row;
  }

  private static void insert(
      Connection connection, String table, List<Map<String, @Nullable Object>> rows)
      throws SQLException {
    List<String> columns = List.copyOf(rows.get(0).keySet());
    String row = "(" + "?,".repeat(columns.size() - 1) + "?)";
    String sql =
        "INSERT INTO "
            + table
            + " ("
            + String.join(",", columns)
            + ") VALUES "
            + (row + ",").repeat(rows.size() - 1)
            + row;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int index = 1;
      for (Map<String, @Nullable Object> values : rows) {
        for (String column : columns) {
          statement.setObject(index++, values.get(column));
        }
      }
      statement.executeUpdate();
    }
  }

  /** The row of a ticket, without the number that the database gives. */
  private static Map<String, @Nullable Object> row(
      Connection connection, String table, String ticket) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM " + table + " WHERE ticket_id = ?")) {
      statement.setString(1, ticket);
      try (ResultSet found = statement.executeQuery()) {
        if (!found.next()) {
          throw new SQLException("no row of " + ticket + " in " + table);
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        var columns = found.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          if (!"id".equals(columns.getColumnName(i))) {
            row.put(columns.getColumnName(i), found.getObject(i));
          }
        }
        return row;
      }
    }
  }
}
