package hotline.sync.stream;

/**
 * A record that cannot be applied, now or ever, whatever is tried again: it is set aside for a
 * person to look at.
 */
public final class PoisonRecordException extends Exception {

  private static final long serialVersionUID = 1L;

  private final long position;

  public PoisonRecordException(long position, String reason, Throwable cause) {
    super(reason, cause);
    this.position = position;
  }

  public long position() {
    return position;
  }
}
