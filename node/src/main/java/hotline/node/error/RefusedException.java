package hotline.node.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that is turned down; the message is in Chinese and may be shown. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final @Nullable Duration retryAfter;

  public RefusedException(ErrorCode code, String message) {
    this(code, message, null);
  }

  private RefusedException(ErrorCode code, String message, @Nullable Duration retryAfter) {
    super(message, null, false, false);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** Likewise, for a while: after that the same request may be granted. */
  public static RefusedException until(ErrorCode code, String message, Duration retryAfter) {
    return new RefusedException(code, message, retryAfter);
  }

  public ErrorCode code() {
    return code;
  }

  /** When it makes sense to try again; empty when that is not known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
