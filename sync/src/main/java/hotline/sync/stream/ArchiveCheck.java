package hotline.sync.stream;

import hotline.sync.Transactions;
import hotline.sync.Tx;
import hotline.sync.trust.BatchVerifier;
import hotline.sync.trust.UntrustedException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Recomputes the chain over archived batches. Each row is sealed with the chain hash at its end, so
 * a wrong row is found at that row, without anything from the origin. What has been pruned is not
 * missed: the chain goes on behind it.
 */
final class ArchiveCheck {

  private static final int ROWS = 200;

  private final Transactions transactions;
  private final ReceivedStore store;
  private final BatchCheck check;

  ArchiveCheck(Transactions transactions, ReceivedStore store, BatchVerifier verifier) {
    this.transactions = transactions;
    this.store = store;
    this.check = new BatchCheck(verifier);
  }

  ArchiveReport run(StreamId stream) throws SQLException {
    long applied = transactions.<Long, SQLException>call(tx -> store.position(tx, stream));
    StreamPoint at =
        transactions.<StreamPoint, SQLException>call(tx -> new PruneStore().prunedUpTo(tx, stream));
    while (at.position() < applied) {
      StreamPoint from = at;
      List<ReceivedStore.Sealed> rows =
          transactions.<List<ReceivedStore.Sealed>, SQLException>call(
              tx -> store.sealedBehind(tx, stream, from.position(), ROWS));
      if (rows.isEmpty()) {
        return damaged(stream, at, at.position() + 1, applied, "the rows are gone");
      }
      for (ReceivedStore.Sealed row : rows) {
        StreamPoint before = at;
        Optional<String> wrong =
            transactions.<Optional<String>, SQLException>call(tx -> check(tx, stream, before, row));
        if (wrong.isPresent()) {
          return damaged(stream, at, at.position() + 1, row.lastPosition(), wrong.get());
        }
        at = new StreamPoint(row.lastPosition(), row.lastHash(), 0);
      }
    }
    return new ArchiveReport(stream, at.position(), at.hash(), Optional.empty());
  }

  private Optional<String> check(
      Tx tx, StreamId stream, StreamPoint before, ReceivedStore.Sealed row) throws SQLException {
    if (row.firstPosition() != before.position() + 1) {
      return Optional.of("rows are missing");
    }
    try {
      Batch batch = Batch.parse(store.batch(tx, stream, row.firstPosition()));
      check.check(batch);
      if (!batch.stream().equals(stream)
          || batch.firstPosition() > row.firstPosition()
          || batch.lastPosition() < row.lastPosition()) {
        return Optional.of("the row holds another batch");
      }
      byte[] hashBefore =
          row.firstPosition() == batch.firstPosition()
              ? batch.previousHash()
              : batch.hashAt(row.firstPosition() - 1);
      return Arrays.equals(hashBefore, before.hash())
              && Arrays.equals(batch.hashAt(row.lastPosition()), row.lastHash())
          ? Optional.empty()
          : Optional.of("the chain is broken");
    } catch (MalformedBatchException | UntrustedException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static ArchiveReport damaged(
      StreamId stream, StreamPoint at, long from, long to, String reason) {
    return new ArchiveReport(
        stream, at.position(), at.hash(), Optional.of(new ArchiveReport.Damage(from, to, reason)));
  }
}
