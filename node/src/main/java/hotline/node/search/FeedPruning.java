package hotline.node.search;

import hotline.node.store.SearchFeed;
import hotline.node.work.Chore;
import hotline.sync.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Forgets old changes: an index that has been away for longer is built anew. */
@Singleton
class FeedPruning implements Chore {

  private static final Duration KEPT = Duration.ofDays(3);

  private final Transactions transactions;
  private final SearchFeed feed;
  private final Clock clock;

  FeedPruning(Transactions transactions, SearchFeed feed, Clock clock) {
    this.transactions = transactions;
    this.feed = feed;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "prune-search-feed";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    transactions.run(tx -> feed.prune(tx, clock.instant().minus(KEPT)));
  }
}
