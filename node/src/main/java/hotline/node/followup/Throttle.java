package hotline.node.followup;

import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lets each caller do something so often in a while. Keeps the latest callers only. */
final class Throttle {

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

  Throttle(int most, Duration window, Clock clock) {
    this.most = most;
    this.window = window;
    this.clock = clock;
  }

  private record Window(Instant until, int count) {}

  /** Counts one more; refused when it is too much. */
  synchronized void count(String caller) {
    Instant now = clock.instant();
    Window current = windows.get(caller);
    Window next =
        current == null || !now.isBefore(current.until())
            ? new Window(now.plus(window), 1)
            : new Window(current.until(), current.count() + 1);
    windows.put(caller, next);
    if (next.count() > most) {
      throw new RefusedException(ErrorCode.TOO_MANY_ATTEMPTS, "操作过于频繁，请稍后再试");
    }
  }
}
