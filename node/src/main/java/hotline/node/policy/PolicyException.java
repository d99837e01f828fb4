package hotline.node.policy;

import org.jspecify.annotations.Nullable;

/** A policy file that cannot be used; the message names the file, the key and what is allowed. */
public final class PolicyException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  PolicyException(String message) {
    super(message);
  }

  PolicyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
