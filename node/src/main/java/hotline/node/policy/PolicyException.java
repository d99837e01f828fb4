package hotline.node.policy;

import org.jspecify.annotations.Nullable;

/**
 * A policy that cannot be used; the message, in Chinese, names the file, the line, the key, what
 * was given and what is allowed.
 */
public final class PolicyException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  PolicyException(String message) {
    super(message);
  }

  PolicyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
