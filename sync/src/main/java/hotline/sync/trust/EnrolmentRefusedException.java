package hotline.sync.trust;

import org.jspecify.annotations.Nullable;

/** A node that is not let in; the message says what was given and what was expected. */
public final class EnrolmentRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  public EnrolmentRefusedException(@Nullable String message) {
    super(message);
  }

  public EnrolmentRefusedException(@Nullable String message, Throwable cause) {
    super(message, cause);
  }
}
