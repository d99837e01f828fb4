package hotline.requirements;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** All requirements in the order of their document. */
final class Catalogue {
  static final String RESOURCE = "hotline/requirements/catalogue.tsv";

  private final Map<String, Row> rows;

  private Catalogue(Map<String, Row> rows) {
    this.rows = Collections.unmodifiableMap(rows);
  }

  static Catalogue load() {
    try (InputStream in = Catalogue.class.getResourceAsStream("/" + RESOURCE)) {
      return parse(
          new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty lines and lines that begin with {@code #} are for people. */
  static Catalogue parse(String text) {
    Map<String, Row> rows = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        Row row = Row.parse(line);
        if (rows.putIfAbsent(row.id(), row) != null) {
          throw new IllegalArgumentException(row.id() + " stands there twice");
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(RESOURCE + " line " + number + ": " + e.getMessage(), e);
      }
    }
    return new Catalogue(rows);
  }

  boolean has(String id) {
    return rows.containsKey(id);
  }

  Collection<Row> rows() {
    return rows.values();
  }
}
