package hotline.node.wire;

/** Bytes that are not what they should be; trying again cannot help. */
public final class WireException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  WireException(String message, Throwable cause) {
    super(message, cause);
  }

  WireException(String message) {
    super(message);
  }
}
