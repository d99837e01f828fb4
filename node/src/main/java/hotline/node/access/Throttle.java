package hotline.node.access;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets each caller do something so often in a while. Keeps the latest callers only, in this process
 * only: several processes of a node let somebody do so many times as much.
 */
public final class Throttle {

  private static final int CALLERS = 10_000;

  private final int most;
  private final Duration window;
  private final Clock clock;
  private final Map<String, Window> windows =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > CALLERS;
        }
      };

  public Throttle(int most, Duration window, Clock clock) {
    this.most = most;
    this.window = window;
    this.clock = clock;
  }

  private record Window(Instant until, int count) {}

  /**
   * Counts one more.
   *
   * @throws RefusedException when it is too much; it says when to come back
   */
  public synchronized void count(String caller) {
    Instant now = clock.instant();
    Window current = windows.get(caller);
    Window next =
        current == null || !now.isBefore(current.until())
            ? new Window(now.plus(window), 1)
            : new Window(current.until(), current.count() + 1);
    windows.put(caller, next);
    if (next.count() > most) {
      throw refused(now, next);
    }
  }

  /**
   * Counts nothing.
   *
   * @throws RefusedException when one more would be too much
   */
  public synchronized void requireRoom(String caller) {
    Instant now = clock.instant();
    Window current = windows.get(caller);
    if (current != null && now.isBefore(current.until()) && current.count() >= most) {
      throw refused(now, current);
    }
  }

  private static RefusedException refused(Instant now, Window window) {
    Duration left = Duration.between(now, window.until());
    long minutes = Math.max(1, (left.toSeconds() + 59) / 60);
    return RefusedException.until(
        ErrorCode.TOO_MANY_ATTEMPTS, "操作过于频繁，请 " + minutes + " 分钟后再试", left);
  }
}
