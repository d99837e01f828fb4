package hotline.local.demo.client;

/** A node refused a request; the message is the problem that it stated, in Chinese. */
public final class ApiRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  public ApiRefusal(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  public int status() {
    return status;
  }

  /** The name of the error code. */
  public String code() {
    return code;
  }

  public boolean notFound() {
    return status == 404;
  }

  /** Whether somebody else, or the node itself, was quicker; what is known must be read again. */
  public boolean overtaken() {
    return status == 409;
  }
}
