package hotline.local.network;

/** Something that the person at the terminal has to know; the message is written for them. */
public final class NetworkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A failure that needs no further cause. */
  public NetworkException(String message) {
    super(message);
  }

  /** A failure with its cause. */
  public NetworkException(String message, Throwable cause) {
    super(message, cause);
  }
}
