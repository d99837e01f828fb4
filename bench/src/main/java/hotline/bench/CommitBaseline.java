package hotline.bench;

import hotline.local.servers.MariaDbServer;
import hotline.sync.jdbc.Binary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the database alone does: single-row transactions of several writers at once. */
final class CommitBaseline {

  /** About what one call of a clerk leaves behind in all tables together. */
  static final int ROW_BYTES = 4096;

  private static final String SCHEMA = "baseline";

  private CommitBaseline() {}

  /** Transactions a second over {@code duration}, in a schema of its own. */
  static double perSecond(MariaDbServer database, int writers, Duration duration) throws Exception {
    database.createSchema(SCHEMA);
    try (Connection connection = database.connect(SCHEMA);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE plain (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, body BLOB NOT NULL)");
    }
    ExecutorService pool = Executors.newFixedThreadPool(writers);
    try {
      long began = System.nanoTime();
      List<Future<Long>> all = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        all.add(pool.submit(() -> write(database, began + duration.toNanos())));
      }
      long transactions = 0;
      for (Future<Long> one : all) {
        transactions += one.get();
      }
      return transactions / ((System.nanoTime() - began) / 1e9);
    } finally {
      pool.shutdownNow();
      database.dropSchema(SCHEMA);
    }
  }

  private static long write(MariaDbServer database, long end) throws SQLException {
    byte[] body = new byte[ROW_BYTES];
    long transactions = 0;
    try (Connection connection = database.connect(SCHEMA);
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO plain (body) VALUES (?)")) {
      connection.setAutoCommit(false);
      while (System.nanoTime() < end) {
        Binary.set(insert, 1, body);
        insert.executeUpdate();
        connection.commit();
        transactions++;
      }
    }
    return transactions;
  }
}
