package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keys that did not hold a moment ago, so that a flood of forgeries does not ask the tree each
 * time.
 */
final class RecentlyUnknown {

  private static final Duration REMEMBERED = Duration.ofSeconds(10);
  private static final int MOST = 1_000;

  private final Clock clock;
  private final Map<String, Instant> until =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST;
        }
      };

  RecentlyUnknown(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(NodeCode origin, String keyId) {
    until.put(origin + keyId, clock.instant().plus(REMEMBERED));
  }

  synchronized void check(NodeCode origin, String keyId) throws UntrustedException {
    Instant end = until.get(origin + keyId);
    if (end != null && clock.instant().isBefore(end)) {
      throw new UntrustedException("key " + keyId + " of " + origin + " did not hold just now");
    }
  }
}
