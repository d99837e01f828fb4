package hotline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Named results, printed as they come and written as JSON; a dot in a name makes an object. */
final class Figures {

  private final Map<String, Double> values = new LinkedHashMap<>();

  void add(String name, double value, String meaning) {
    values.put(name, value);
    System.out.printf(Locale.ROOT, "  %-30s %,14.2f  %s%n", name, value, meaning);
  }

  void write(Path file) throws IOException {
    Map<String, Object> tree = new LinkedHashMap<>();
    values.forEach((name, value) -> put(tree, name, value));
    StringBuilder json = new StringBuilder();
    append(json, tree, "");
    Files.writeString(file, json.append('\n'));
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> tree, String name, double value) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      tree.put(name, value);
    } else {
      Map<String, Object> inner =
          (Map<String, Object>)
              tree.computeIfAbsent(name.substring(0, dot), key -> new LinkedHashMap<>());
      put(inner, name.substring(dot + 1), value);
    }
  }

  private static void append(StringBuilder json, Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      String inner = indent + "  ";
      String separator = "{\n";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.append(separator).append(inner).append('"').append(entry.getKey()).append("\": ");
        append(json, entry.getValue(), inner);
        separator = ",\n";
      }
      json.append('\n').append(indent).append('}');
    } else if (value instanceof Double number) {
      json.append(String.format(Locale.ROOT, "%.3f", number));
    }
  }
}
