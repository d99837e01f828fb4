package hotline.sync.command;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.jdbc.Binary;
import hotline.sync.jdbc.Micros;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;

/** The table {@code inbound_command}. */
final class InboundTable {

  private static final int DONE = 1;
  private static final int REFUSED = 2;
  private static final int LONGEST_MESSAGE = 2_000;
  private static final int LONGEST_NAME = 100;

  Optional<CommandOutcome> outcome(Tx tx, CommandId id) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT outcome, result, error_code, error_name, message FROM inbound_command"
                    + " WHERE command_id = ?")) {
      select.setBytes(1, CommandIds.bytes(id));
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            row.getInt(1) == DONE
                ? new CommandOutcome.Done(row.getBytes(2))
                : new CommandOutcome.Refused(row.getInt(3), row.getString(4), row.getString(5)));
      }
    }
  }

  /** Sequence of the last command of a key from a sender, 0 when there was none. */
  long lastSequence(Tx tx, NodeCode sender, String key) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT COALESCE(MAX(sequence), 0) FROM inbound_command WHERE sender = ? AND"
                    + " ordering_key = ?")) {
      select.setString(1, sender.value());
      select.setString(2, key);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /**
   * @throws java.sql.SQLIntegrityConstraintViolationException when the command is there already
   */
  void insert(Tx tx, InboundCommand command, long sequence, CommandOutcome outcome, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT INTO inbound_command (command_id, sender, ordering_key, sequence, type,"
                    + " received_at, outcome, result, error_code, error_name, message) VALUES (?,"
                    + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setBytes(1, CommandIds.bytes(command.id()));
      insert.setString(2, command.sender().value());
      insert.setString(3, command.orderingKey());
      insert.setLong(4, sequence);
      insert.setString(5, command.type());
      insert.setLong(6, Micros.of(now));
      if (outcome instanceof CommandOutcome.Refused refused) {
        insert.setInt(7, REFUSED);
        insert.setNull(8, Types.BLOB);
        insert.setInt(9, refused.errorCode());
        insert.setString(10, cut(refused.errorName(), LONGEST_NAME));
        insert.setString(11, cut(refused.message(), LONGEST_MESSAGE));
      } else if (outcome instanceof CommandOutcome.Done done) {
        insert.setInt(7, DONE);
        Binary.set(insert, 8, done.result());
        insert.setNull(9, Types.INTEGER);
        insert.setNull(10, Types.VARCHAR);
        insert.setNull(11, Types.VARCHAR);
      }
      insert.executeUpdate();
    }
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
