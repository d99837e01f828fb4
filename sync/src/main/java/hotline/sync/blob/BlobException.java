package hotline.sync.blob;

/** Bytes cannot be had. */
public final class BlobException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** Why not. */
  public enum Kind {
    /** The owner knows of none, or not for the one who asks. */
    NOT_FOUND,
    /** A node on the way is away or busy: trying again later helps. */
    AWAY,
    /** What came is not what was asked for. */
    DAMAGED
  }

  public BlobException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
