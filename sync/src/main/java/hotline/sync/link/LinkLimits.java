package hotline.sync.link;

import java.time.Duration;

/**
 * Limits on every link; both ends keep them. The defaults of gRPC (4 MiB messages, connections and
 * calls without end or number) are not meant for lines between governments.
 */
final class LinkLimits {

  static final int MESSAGE_BYTES = 8 << 20;
  static final int METADATA_BYTES = 16 << 10;
  static final int CALLS_PER_CONNECTION = 64;
  static final int SERVER_THREADS = 32;
  static final Duration HANDSHAKE = Duration.ofSeconds(10);

  /** How often an end asks whether the other still lives; half of that is tolerated. */
  static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

  static final Duration KEEP_ALIVE_ANSWER = Duration.ofSeconds(10);

  /** Connections are renewed, so that a changed certificate or route is noticed. */
  static final Duration CONNECTION_AGE = Duration.ofMinutes(30);

  /** For the calls of an aged connection; longer than any call may live. */
  static final Duration CONNECTION_AGE_GRACE = Duration.ofMinutes(6);

  private LinkLimits() {}
}
