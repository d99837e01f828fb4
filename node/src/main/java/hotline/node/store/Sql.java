package hotline.node.store;

import hotline.sync.Tx;
import hotline.sync.jdbc.Binary;
import hotline.sync.jdbc.DatabaseException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The few shapes of statement that the stores need. */
final class Sql {

  private Sql() {}

  /** Reads one row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  static <T> List<T> list(Tx tx, String sql, RowReader<T> reader, @Nullable Object... parameters) {
    try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
      bind(statement, 1, parameters);
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Rows by a list of keys: {@code select (?, ?, …)}; none when there are no keys. */
  static <T> List<T> standing(Tx tx, String select, List<?> keys, RowReader<T> reader) {
    return keys.isEmpty()
        ? List.of()
        : list(tx, select + "(" + "?,".repeat(keys.size() - 1) + "?)", reader, keys.toArray());
  }

  /** Whether the columns of a row, in order, are these values; false when they cannot be told. */
  static boolean isRow(ResultSet row, Supplier<@Nullable Object[]> values) throws SQLException {
    @Nullable Object[] expected;
    try {
      expected = values.get();
    } catch (RuntimeException e) {
      // an image that cannot be read says nothing of its columns
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (!Objects.deepEquals(plain(row.getObject(i + 1)), plain(expected[i]))) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Boolean bool) {
      return bool ? 1L : 0L;
    }
    return value instanceof Number number ? (Object) number.longValue() : value;
  }

  /** How many rows a statement finds, counted up to {@code most}. */
  static long countUpTo(Tx tx, int most, String from, @Nullable Object... parameters) {
    return number(
        tx, "SELECT COUNT(*) FROM (SELECT 1 " + from + " LIMIT " + most + ") counted", parameters);
  }

  static <T> Optional<T> first(
      Tx tx, String sql, RowReader<T> reader, @Nullable Object... parameters) {
    return list(tx, sql, reader, parameters).stream().findFirst();
  }

  static long number(Tx tx, String sql, @Nullable Object... parameters) {
    return first(tx, sql, row -> row.getLong(1), parameters).orElse(0L);
  }

  static int update(Tx tx, String sql, @Nullable Object... parameters) {
    try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
      bind(statement, 1, parameters);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /**
   * Runs one statement for many rows: {@code head (?, ?) , (?, ?) … tail}, cut where a statement
   * would get too long.
   */
  static void insertRows(Tx tx, String head, String tail, List<@Nullable Object[]> rows) {
    for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
      List<@Nullable Object[]> part =
          rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT));
      String row = "(" + "?,".repeat(part.get(0).length - 1) + "?)";
      String sql = head + (row + ",").repeat(part.size() - 1) + row + tail;
      try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
        int index = 1;
        for (@Nullable Object[] values : part) {
          index = bind(statement, index, values);
        }
        statement.executeUpdate();
      } catch (SQLException e) {
        throw new DatabaseException(e);
      }
    }
  }

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  static @Nullable Long microsOrNull(@Nullable Instant time) {
    return time == null ? null : micros(time);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static final int ROWS_A_STATEMENT = 200;

  private static int bind(PreparedStatement statement, int from, @Nullable Object... parameters)
      throws SQLException {
    int index = from;
    for (Object parameter : parameters) {
      if (parameter == null) {
        statement.setNull(index++, Types.NULL);
      } else if (parameter instanceof byte[] bytes) {
        Binary.set(statement, index++, bytes);
      } else {
        statement.setObject(index++, parameter);
      }
    }
    return index;
  }
}
