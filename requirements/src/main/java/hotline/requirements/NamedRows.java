package hotline.requirements;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows that a test names: on its method, on its class and on the classes around that. */
final class NamedRows {
  private NamedRows() {}

  static Set<String> of(Class<?> testClass, Method method) {
    Set<String> rows = new LinkedHashSet<>(on(method));
    for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
      rows.addAll(on(type));
    }
    return rows;
  }

  private static List<String> on(AnnotatedElement element) {
    Requirement requirement = element.getAnnotation(Requirement.class);
    return requirement == null ? List.of() : List.of(requirement.value());
  }
}
