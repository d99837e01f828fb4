package hotline.node.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the conditions of a query with their parameters. */
final class Where {

  private final StringBuilder text = new StringBuilder();
  private final List<@Nullable Object> parameters = new ArrayList<>();

  /** Adds a condition with one parameter, unless that is null. */
  Where andIf(@Nullable Object parameter, String condition) {
    return parameter == null ? this : and(condition, parameter);
  }

  Where and(String condition, Object... values) {
    text.append(text.isEmpty() ? " WHERE " : " AND ").append(condition);
    parameters.addAll(List.of(values));
    return this;
  }

  String text() {
    return text.toString();
  }

  @Nullable Object[] parameters(@Nullable Object... more) {
    List<@Nullable Object> all = new ArrayList<>(parameters);
    all.addAll(List.of(more));
    return all.toArray();
  }
}
