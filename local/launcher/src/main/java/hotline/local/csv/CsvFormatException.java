package hotline.local.csv;

/** A file cannot be read as a whole; the message, in Chinese, says what was found and expected. */
public final class CsvFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CsvFormatException(String message) {
    super(message);
  }
}
