package hotline.sync.stream;

/** Bytes that are not a batch, or a batch that contradicts itself. */
final class MalformedBatchException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedBatchException(String message) {
    super(message);
  }

  MalformedBatchException(String message, Throwable cause) {
    super(message, cause);
  }
}
