package hotline.sync.stream;

import java.time.Instant;

/** Microseconds since the epoch, the unit of time on the wire and in the tables. */
final class Micros {

  private Micros() {}

  static long of(Instant instant) {
    return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
  }

  static Instant toInstant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
  }
}
