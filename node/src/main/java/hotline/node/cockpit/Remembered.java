package hotline.node.cockpit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that stay good for a while: however many walls ask for the same, it is counted once.
 * Those who ask while it is being counted wait for it. Safe for concurrent use.
 */
final class Remembered<K, V> {

  private static final int MOST = 200;

  private final Map<K, Slot<V>> slots = new ConcurrentHashMap<>();
  private final Duration fresh;
  private final Clock clock;

  Remembered(Duration fresh, Clock clock) {
    this.fresh = fresh;
    this.clock = clock;
  }

  V get(K key, Supplier<V> count) {
    if (slots.size() > MOST) {
      slots.clear();
    }
    return slots.computeIfAbsent(key, any -> new Slot<>()).get(count, clock, fresh);
  }

  private static final class Slot<V> {

    private @Nullable V value;
    private Instant countedAt = Instant.MIN;

    synchronized V get(Supplier<V> count, Clock clock, Duration fresh) {
      V known = value;
      Instant now = clock.instant();
      // a clock that was set back does not keep an old answer for ever
      if (known != null && !now.isBefore(countedAt) && now.isBefore(countedAt.plus(fresh))) {
        return known;
      }
      V counted = count.get();
      value = counted;
      countedAt = now;
      return counted;
    }
  }
}
