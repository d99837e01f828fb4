package hotline.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Runs like the system's, and can be put forward, or set. */
public final class MovableClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  public synchronized void putForward(Duration by) {
    ahead = ahead.plus(by);
  }

  public synchronized void set(Instant now) {
    ahead = Duration.between(Clock.systemUTC().instant(), now);
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
