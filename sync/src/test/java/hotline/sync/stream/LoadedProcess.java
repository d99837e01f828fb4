package hotline.sync.stream;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hotline.sync.NodeCode;
import hotline.sync.jdbc.JdbcTransactions;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A process of a node that does nothing but journal, sequence and publish, in a heap much smaller
 * than what it journals. Says {@code ready} when its broker has confirmed a record, waits for a
 * line, journals, says {@code done} once all has its position, waits for another line and ends.
 */
final class LoadedProcess {

  static final int RECORD_BYTES = 8 * 1024;
  private static final int RECORDS_A_TRANSACTION = 8;

  private LoadedProcess() {}

  /** url, user, password, broker, topic prefix, codes of node and parent, records. */
  public static void main(String[] args) throws Exception {
    PrintStream words = System.out;
    // the log goes elsewhere
    System.setOut(System.err);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setUsername(args[1]);
    config.setPassword(args[2]);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setMaximumPoolSize(6);
    try (HikariDataSource dataSource = new HikariDataSource(config)) {
      JdbcTransactions transactions = new JdbcTransactions(dataSource);
      TestKeys keys = new TestKeys();
      TestTree self = TestTree.root(args[6]).child(args[5]);
      try (StreamEngine engine =
          StreamEngine.builder()
              .transactions(transactions)
              .tree(self)
              .signer(keys.signerOf(NodeCode.of(args[5])))
              .verifier(keys)
              .channels(
                  peer -> {
                    throw new IllegalStateException("calls nobody");
                  })
              .applier(new ToyApplier())
              .pulsarUrl(args[3])
              .parentPulsarUrl(args[3])
              .topicPrefix(args[4])
              .tuning(ToyNode.QUICK)
              .build()) {
        engine.start();
        append(engine, transactions, 1);
        until(() -> engine.status().produced().stream().anyMatch(own -> own.confirmed() >= 1));
        say(words, "ready");
        int records = Integer.parseInt(args[7]);
        for (int left = records; left > 0; left -= RECORDS_A_TRANSACTION) {
          append(engine, transactions, Math.min(left, RECORDS_A_TRANSACTION));
        }
        until(() -> sequenced(transactions) == records + 1L);
        say(words, "done");
      }
    }
  }

  private static void say(PrintStream words, String word) throws IOException {
    words.println(word);
    words.flush();
    Objects.checkIndex(System.in.read(), 256);
  }

  private static void append(StreamEngine engine, JdbcTransactions transactions, int records) {
    List<JournalEntry> entries = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      entries.add(JournalEntry.uplink(new byte[RECORD_BYTES], new byte[0]));
    }
    transactions.<RuntimeException>run(tx -> engine.journal().append(tx, entries));
  }

  private static void until(java.util.concurrent.Callable<Boolean> condition) {
    org.awaitility.Awaitility.await().atMost(java.time.Duration.ofMinutes(3)).until(condition);
  }

  private static long sequenced(JdbcTransactions transactions) throws SQLException {
    return transactions.<Long, SQLException>call(
        tx -> {
          try (PreparedStatement select =
                  tx.connection().prepareStatement("SELECT MAX(position) FROM stream_head");
              ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
          }
        });
  }
}
