package hotline.testkit.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, put forward at will; never back. */
final class AdjustableClock extends Clock {
  private record Setting(Duration ahead, Instant at) {}

  private volatile Setting setting = new Setting(Duration.ZERO, systemUTC().instant());

  /**
   * Puts it forward to that moment, from which it goes on.
   *
   * @throws IllegalArgumentException when it is past that already
   */
  void advanceTo(Instant moment) {
    if (moment.isBefore(instant())) {
      throw new IllegalArgumentException("it is " + instant() + " already, not " + moment);
    }
    setting = new Setting(Duration.between(systemUTC().instant(), moment), moment);
  }

  /** How long ago it was last put forward: what happened since was that late at most. */
  Duration sinceAdvance() {
    return Duration.between(setting.at(), instant());
  }

  @Override
  public Instant instant() {
    return systemUTC().instant().plus(setting.ahead());
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
