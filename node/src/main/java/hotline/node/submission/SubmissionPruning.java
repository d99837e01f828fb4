package hotline.node.submission;

import hotline.node.store.SubmissionStore;
import hotline.node.work.Chore;
import hotline.sync.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Forgets what was sent so long ago that nobody sends it again. */
@Singleton
class SubmissionPruning implements Chore {

  private static final Duration KEPT = Duration.ofDays(30);

  private final Transactions transactions;
  private final SubmissionStore store;
  private final Clock clock;

  SubmissionPruning(Transactions transactions, SubmissionStore store, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "prune-submissions";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    transactions.run(tx -> store.prune(tx, clock.instant().minus(KEPT)));
  }
}
