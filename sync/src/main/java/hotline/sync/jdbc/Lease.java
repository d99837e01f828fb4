package hotline.sync.jdbc;

import hotline.sync.Transactions;
import hotline.sync.Tx;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * The right of one process of a node to do a job that only one may do at a time, kept as a row of
 * table {@code lease}. Time is the database's, so the processes' clocks need not agree.
 *
 * <p>Each change of holder raises the epoch. A lease alone does not stop a holder that was paused
 * for longer than its term: what it writes must be fenced, by {@link #HELD} in the statement that
 * matters or by {@link #isHeld} in its transaction.
 */
public final class Lease {

  /** SQL condition with the parameters (name, epoch): true while that epoch's holder holds on. */
  public static final String HELD = "EXISTS (SELECT 1 FROM lease WHERE name = ? AND epoch = ?)";

  private static final String NOW = "CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS SIGNED)";

  private final Transactions transactions;
  private final String name;
  private final String holder;
  private final Duration term;

  /**
   * A lease of this process.
   *
   * @param holder tells the processes of one node apart, unique per process start
   */
  public Lease(Transactions transactions, String name, String holder, Duration term) {
    this.transactions = transactions;
    this.name = name;
    this.holder = holder;
    this.term = term;
  }

  public String name() {
    return name;
  }

  /**
   * Takes the lease if it is free or has run out, and renews it if this holder has it.
   *
   * @return the epoch when held, empty when another process holds it
   */
  public OptionalLong acquireOrRenew() {
    try {
      return transactions.<OptionalLong, SQLException>call(this::acquireOrRenew);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private OptionalLong acquireOrRenew(Tx tx) throws SQLException {
    try (PreparedStatement insert =
        tx.connection()
            .prepareStatement(
                "INSERT IGNORE INTO lease (name, holder, epoch, expires_at) VALUES (?, '', 0, 0)")) {
      insert.setString(1, name);
      insert.executeUpdate();
    }
    long epoch;
    String current;
    boolean expired;
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement(
                "SELECT epoch, holder, expires_at < "
                    + NOW
                    + " FROM lease WHERE name = ? FOR UPDATE")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        epoch = row.getLong(1);
        current = row.getString(2);
        expired = row.getBoolean(3);
      }
    }
    boolean mine = current.equals(holder);
    if (!mine && !expired) {
      return OptionalLong.empty();
    }
    long next = mine ? epoch : epoch + 1;
    try (PreparedStatement update =
        tx.connection()
            .prepareStatement(
                "UPDATE lease SET holder = ?, epoch = ?, expires_at = "
                    + NOW
                    + " + ? WHERE name = ?")) {
      update.setString(1, holder);
      update.setLong(2, next);
      update.setLong(3, term.toNanos() / 1000);
      update.setString(4, name);
      update.executeUpdate();
    }
    return OptionalLong.of(next);
  }

  /** Gives the lease up at once, so that another process need not wait for it to run out. */
  public void release() {
    try {
      transactions.<SQLException>run(
          tx -> {
            try (PreparedStatement update =
                tx.connection()
                    .prepareStatement(
                        "UPDATE lease SET holder = '', expires_at = 0 WHERE name = ? AND holder = ?")) {
              update.setString(1, name);
              update.setString(2, holder);
              update.executeUpdate();
            }
          });
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Whether {@code epoch} still stands, locking the row until the transaction ends. */
  public boolean isHeld(Tx tx, long epoch) throws SQLException {
    try (PreparedStatement select =
        tx.connection()
            .prepareStatement("SELECT epoch FROM lease WHERE name = ? AND epoch = ? FOR UPDATE")) {
      select.setString(1, name);
      select.setLong(2, epoch);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
