package hotline.sync.jdbc;

import java.io.ByteArrayInputStream;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Byte arrays as parameters of statements that the driver fills in itself. */
public final class Binary {

  private Binary() {}

  /**
   * Sets a parameter as {@link PreparedStatement#setBytes} does, in a hundredth of its time: given
   * bytes, Connector/J writes every one as two hexadecimal digits, twice over in a batch, while a
   * stream it copies. Worth it for more than some fifty bytes.
   */
  public static void set(PreparedStatement statement, int index, byte @Nullable [] bytes)
      throws SQLException {
    if (bytes == null) {
      statement.setNull(index, Types.VARBINARY);
    } else {
      statement.setBinaryStream(index, new ByteArrayInputStream(bytes), bytes.length);
    }
  }
}
