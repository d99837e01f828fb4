package hotline.sync.command;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.jdbc.Micros;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people are told of the outbound tables. */
final class OutboundReport {

  /** How many wait for a target, and since when. */
  record Backlog(long waiting, Optional<Instant> oldest) {}

  /** All nodes for which there ever was a command. */
  List<NodeCode> targets(Tx tx) throws SQLException {
    List<NodeCode> found = new ArrayList<>();
    try (PreparedStatement select =
            tx.connection().prepareStatement("SELECT target FROM outbound_target ORDER BY target");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.add(NodeCode.of(row.getString(1)));
      }
    }
    return found;
  }

  Backlog backlog(Tx tx, NodeCode target) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT q.waiting, c.written_at FROM (SELECT COUNT(*) AS waiting, MIN(id) AS"
                    + " oldest FROM outbound_command WHERE target = ? AND state = 0) q LEFT JOIN"
                    + " outbound_command c ON c.id = q.oldest")) {
      select.setString(1, target.value());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        long waiting = row.getLong(1);
        long writtenAt = row.getLong(2);
        return new Backlog(
            waiting, waiting == 0 ? Optional.empty() : Optional.of(Micros.toInstant(writtenAt)));
      }
    }
  }

  List<StuckCommand> stuck(Tx tx, NodeCode target, int limit) throws SQLException {
    List<StuckCommand> found = new ArrayList<>();
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT command_id, ordering_key, type, written_at, attempts, last_error FROM"
                    + " outbound_command WHERE target = ? AND state = 0 AND attempts > 0 ORDER BY"
                    + " sequence LIMIT ?")) {
      select.setString(1, target.value());
      select.setInt(2, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String error = row.getString(6);
          found.add(
              new StuckCommand(
                  CommandIds.of(row.getBytes(1)),
                  target,
                  row.getString(2),
                  row.getString(3),
                  Micros.toInstant(row.getLong(4)),
                  row.getInt(5),
                  error == null ? "" : error));
        }
      }
    }
    return found;
  }
}
