package hotline.sync.command;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes time-ordered ids (UUIDv7), growing even within a millisecond. */
final class CommandIds {

  private static final int COUNTER_BITS = 12;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private long last;

  CommandIds(Clock clock) {
    this.clock = clock;
  }

  /** The milliseconds and a 12-bit counter, which borrows from the future when it runs over. */
  synchronized CommandId next() {
    last = Math.max(last + 1, clock.millis() << COUNTER_BITS);
    long millis = last >>> COUNTER_BITS;
    long counter = last & ((1 << COUNTER_BITS) - 1);
    long high = (millis << 16) | 0x7000L | counter;
    long low = (random.nextLong() >>> 2) | 0x8000000000000000L;
    return new CommandId(new UUID(high, low));
  }

  static byte[] bytes(CommandId id) {
    return ByteBuffer.allocate(16)
        .putLong(id.value().getMostSignificantBits())
        .putLong(id.value().getLeastSignificantBits())
        .array();
  }

  /**
   * @throws IllegalArgumentException unless there are 16 bytes
   */
  static CommandId of(byte[] bytes) {
    if (bytes.length != 16) {
      throw new IllegalArgumentException("command id of " + bytes.length + " bytes: expected 16");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new CommandId(new UUID(buffer.getLong(), buffer.getLong()));
  }
}
