package hotline.local.csv;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where each known column stands in one file, found by its header line. */
final class Columns {

  private final List<String> headers;
  private final Map<Column, Integer> positions;

  private Columns(List<String> headers, Map<Column, Integer> positions) {
    this.headers = headers;
    this.positions = positions;
  }

  /**
   * Maps a header line.
   *
   * @throws CsvFormatException when a required column is missing; it lists the headers found
   */
  static Columns of(Path file, List<String> headers) {
    Map<Column, Integer> positions = new EnumMap<>(Column.class);
    for (int i = 0; i < headers.size(); i++) {
      for (Column column : Column.values()) {
        if (column.isNamed(headers.get(i))) {
          positions.putIfAbsent(column, i);
        }
      }
    }
    for (Column column : Column.values()) {
      if (column.required() && !positions.containsKey(column)) {
        throw new CsvFormatException(
            "%s：表头里没有必需的列。需要下列名称之一：%s；实际表头：%s"
                .formatted(file, String.join("、", column.headers()), String.join("、", headers)));
      }
    }
    return new Columns(List.copyOf(headers), positions);
  }

  int count() {
    return headers.size();
  }

  /** The header by which the file itself calls a column; the first known name when it has none. */
  String header(Column column) {
    Integer position = positions.get(column);
    return position == null ? column.headers().get(0) : headers.get(position);
  }

  /**
   * The cell of a column, without surrounding blanks; null when it is blank or the file has none.
   */
  @Nullable String cell(List<String> fields, Column column) {
    Integer position = positions.get(column);
    if (position == null) {
      return null;
    }
    String cell = fields.get(position).strip();
    return cell.isEmpty() ? null : cell;
  }
}
