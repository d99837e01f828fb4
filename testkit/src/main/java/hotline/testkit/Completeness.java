package hotline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hotline.local.demo.client.ApiRefusal;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Proves from the tables of all nodes, past the nodes' own code, that every record of every node is
 * at every node above it: heads, chain, archive, and each copy byte by byte.
 */
final class Completeness {

  private static final String TICKETS =
      "SELECT ticket_id, version, image, personal FROM ticket WHERE owner = ? ORDER BY ticket_id";
  private static final String ASSIGNMENTS =
      "SELECT assignment_id, version, image FROM assignment WHERE node = ?"
          + " ORDER BY assignment_id";
  private static final String TIMELINE =
      "SELECT ticket_id, at, step, type, title, actor, COALESCE(text, '') FROM timeline"
          + " WHERE node = ? ORDER BY ticket_id, at, step, type, title, actor, text";
  private static final String HEAD =
      "SELECT position, hash FROM stream_head WHERE stream = 'uplink'";
  private static final String APPLIED =
      "SELECT position, hash FROM stream_position WHERE stream = 'uplink' AND origin = ?";
  private static final String ARCHIVED =
      "SELECT COALESCE(SUM(last_position - first_position + 1), 0) FROM received_batch"
          + " WHERE stream = 'uplink' AND origin = ?";

  private final Network network;

  Completeness(Network network) {
    this.network = network;
  }

  void check() throws SQLException, ApiRefusal, IOException, InterruptedException {
    for (TestNode origin : network.nodes()) {
      for (String above : network.above(origin.code())) {
        compare(origin, network.node(above));
      }
    }
  }

  private static void compare(TestNode origin, TestNode at)
      throws SQLException, ApiRefusal, IOException, InterruptedException {
    String code = origin.code();
    String what = "of " + code + " at " + at.code();
    try (Connection own = origin.database();
        Connection copy = at.database()) {
      assertThat(rows(own, "SELECT id FROM journal")).as("unsequenced at %s", code).isEmpty();
      List<String> head = rows(own, HEAD);
      assertThat(rows(copy, APPLIED, code)).as("head %s", what).isEqualTo(head);
      if (head.isEmpty()) {
        return;
      }
      String produced = head.get(0).substring(0, head.get(0).indexOf(' '));
      assertThat(rows(copy, ARCHIVED, code)).as("archive %s", what).containsExactly(produced);
      assertThat(rows(copy, "SELECT position, reason FROM set_aside WHERE origin = ?", code))
          .as("set aside %s", what)
          .isEmpty();
      same("tickets " + what, TICKETS, own, copy, code);
      same("assignments " + what, ASSIGNMENTS, own, copy, code);
      same("timeline " + what, TIMELINE, own, copy, code);
    }
    headsAgree(origin, at);
  }

  private static void same(String what, String sql, Connection own, Connection copy, String code)
      throws SQLException {
    assertThat(rows(copy, sql, code)).as(what).isEqualTo(rows(own, sql, code));
  }

  /** What the node itself says must be the truth. */
  private static void headsAgree(TestNode origin, TestNode at)
      throws ApiRefusal, IOException, InterruptedException {
    JsonNode streams = at.client().get("admin", "/api/network").path("streams");
    for (JsonNode stream : streams) {
      if (stream.path("origin").path("code").asText().equals(origin.code())) {
        assertThat(stream.path("headsAgree").asBoolean())
            .as("%s says that the heads of %s agree: %s", at.code(), origin.code(), stream)
            .isTrue();
        return;
      }
    }
    throw new AssertionError(at.code() + " does not show the stream of " + origin.code());
  }

  private static List<String> rows(Connection connection, String sql, String... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (ResultSet found = statement.executeQuery()) {
        int columns = found.getMetaData().getColumnCount();
        List<String> rows = new ArrayList<>();
        while (found.next()) {
          List<String> row = new ArrayList<>();
          for (int column = 1; column <= columns; column++) {
            Object value = found.getObject(column);
            row.add(
                value instanceof byte[] bytes
                    ? HexFormat.of().formatHex(bytes)
                    : String.valueOf(value));
          }
          rows.add(String.join(" ", row));
        }
        return rows;
      }
    }
  }
}
