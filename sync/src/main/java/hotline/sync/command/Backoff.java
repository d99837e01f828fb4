package hotline.sync.command;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential delays with jitter: between half and the whole of first, 2·first, 4·first … */
final class Backoff {

  private static final int MOST_DOUBLINGS = 20;

  private final long first;
  private final long longest;

  Backoff(Duration first, Duration longest) {
    this.first = first.toMillis();
    this.longest = longest.toMillis();
  }

  /**
   * @param failures so far, at least 1
   */
  Duration after(int failures) {
    long whole = Math.min(longest, first << Math.min(failures - 1, MOST_DOUBLINGS));
    return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
  }
}
