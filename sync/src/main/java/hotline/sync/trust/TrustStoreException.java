package hotline.sync.trust;

import java.sql.SQLException;

/** The database could not be read or written: try again later. */
public final class TrustStoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TrustStoreException(String message, SQLException cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
