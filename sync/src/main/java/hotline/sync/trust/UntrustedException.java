package hotline.sync.trust;

import org.jspecify.annotations.Nullable;

/** A signature, certificate or identity that does not hold. Retrying does not help. */
public final class UntrustedException extends Exception {

  private static final long serialVersionUID = 1L;

  public UntrustedException(@Nullable String message) {
    super(message);
  }

  public UntrustedException(@Nullable String message, Throwable cause) {
    super(message, cause);
  }
}
