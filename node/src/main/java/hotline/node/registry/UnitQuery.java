package hotline.node.registry;

import hotline.node.registry.UnitViews.UnitView;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What exported units are narrowed by, as the console narrows the whole list that it has; what is
 * missing does not narrow it.
 *
 * @param q part of the code or of the name
 * @param closed whether those that are closed or those that are not
 */
@Introspected
record UnitQuery(
    @Nullable @QueryValue @Size(max = 100) String q, @Nullable @QueryValue Boolean closed) {

  boolean covers(UnitView unit) {
    return (q == null || contains(unit.code(), q) || contains(unit.name(), q))
        && (closed == null || unit.closed() == closed);
  }

  private static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  /** For the record of looks. */
  String described() {
    return "q=%s closed=%s".formatted(q, closed);
  }
}
