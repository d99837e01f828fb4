package hotline.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;

/**
 * The statements that each answer cannot do without, over one connection: what is shown is read, in
 * the order in which it is shown, and the look is put on the record in a durable commit.
 */
final class BareSql {

  private static final String AUDIT =
      "INSERT INTO audit (at, username, action, subject, detail)"
          + " VALUES (UTC_TIMESTAMP(6), 'bench', 'BENCH', 'tickets', '')";

  private static final String PAGE =
      "SELECT t.image, t.personal FROM (SELECT id FROM ticket %s LIMIT 20 OFFSET %d) p"
          + " JOIN ticket t ON t.id = p.id";

  private final Connection connection;
  private final Random dice = new Random(1);
  private final long rows;

  BareSql(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    try (PreparedStatement statement = connection.prepareStatement("SELECT MAX(id) FROM ticket");
        ResultSet row = statement.executeQuery()) {
      row.next();
      this.rows = row.getLong(1);
    }
  }

  void newest(int number) throws SQLException {
    run(PAGE.formatted("ORDER BY registered_at DESC, id DESC", 0));
  }

  void page500(int number) throws SQLException {
    run(PAGE.formatted("ORDER BY registered_at DESC, id DESC", 9980));
  }

  void open(int number) throws SQLException {
    run(PAGE.formatted("WHERE state = 'IN_HANDLING' ORDER BY registered_at, id", 0));
  }

  /** Twenty tickets from anywhere, by their keys: what a search shows has to be read. */
  void twenty(int number) throws SQLException {
    StringBuilder ids = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      ids.append(i == 0 ? "" : ",").append(1 + (long) (dice.nextDouble() * rows));
    }
    run("SELECT image, personal FROM ticket WHERE id IN (" + ids + ")");
  }

  void ticket(int number) throws SQLException {
    long id = 1 + (long) (dice.nextDouble() * rows);
    run(
        "SELECT image, personal FROM ticket WHERE id = " + id,
        "SELECT a.image FROM assignment a JOIN ticket t ON t.ticket_id = a.ticket_id WHERE t.id = "
            + id);
  }

  void unit(int number) throws SQLException {
    run(
        "SELECT image FROM assignment WHERE node = '621000' AND state = 'IN_HANDLING'"
            + " AND unit = 'RSJ' ORDER BY id LIMIT 20");
  }

  void desk(int number) throws SQLException {
    run(
        "SELECT state, COUNT(*), SUM(returns), SUM(extensions), SUM(undelivered), SUM(due_at < 0)"
            + " FROM ticket WHERE owner = '621000' AND state IN ('REGISTERED', 'ACCEPTED',"
            + " 'IN_HANDLING', 'IN_REVIEW', 'AWAITING_FOLLOW_UP') GROUP BY state");
  }

  private void run(String... selects) throws SQLException {
    for (String select : selects) {
      try (PreparedStatement statement = connection.prepareStatement(select);
          ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          found.getObject(1);
        }
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(AUDIT)) {
      statement.executeUpdate();
    }
    connection.commit();
  }
}
