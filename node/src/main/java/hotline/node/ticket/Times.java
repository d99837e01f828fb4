package hotline.node.ticket;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments are kept to the microsecond, which is what the schema and the databases keep. */
final class Times {

  private Times() {}

  static @Nullable Instant micros(@Nullable Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
  }
}
