package hotline.sync.trust;

/** A signature, certificate or identity that does not hold. Retrying does not help. */
public final class UntrustedException extends Exception {

  private static final long serialVersionUID = 1L;

  public UntrustedException(String message) {
    super(message);
  }

  public UntrustedException(String message, Throwable cause) {
    super(message, cause);
  }
}
