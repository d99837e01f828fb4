package hotline.node.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What columns a list has when it is exported. */
public record Sheet<T>(String name, List<Column<T>> columns) {

  /** One column; a value of null leaves the cell empty. */
  public record Column<T>(String header, Function<T, @Nullable String> value) {}

  List<String> headers() {
    return columns.stream().map(Column::header).toList();
  }

  List<@Nullable String> row(T of) {
    List<@Nullable String> cells = new ArrayList<>(columns.size());
    for (Column<T> column : columns) {
      cells.add(column.value().apply(of));
    }
    return cells;
  }
}
