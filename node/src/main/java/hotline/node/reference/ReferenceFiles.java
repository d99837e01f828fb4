package hotline.node.reference;

import hotline.node.classification.Domain;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the reference resources; an error names the file, the entry and what was expected. */
final class ReferenceFiles {

  private static final String FOLDER = "reference/";

  private ReferenceFiles() {}

  static List<HandlingUnit> units(String kind) {
    String file = "units-" + kind + ".yml";
    return entries(file).stream()
        .map(
            entry ->
                new HandlingUnit(
                    text(file, entry, "code"),
                    text(file, entry, "name"),
                    texts(file, entry, "functions"),
                    Optional.ofNullable(entry.get("parent")).map(String::valueOf),
                    Optional.ofNullable(entry.get("supervisor")).map(String::valueOf),
                    domains(file, entry)))
        .toList();
  }

  /** The catalogue of matters that comes with the program, as CSV. */
  static String matters() {
    try (InputStream in = open("matters.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> regions() {
    Map<String, String> regions = new LinkedHashMap<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(open("regions.csv"), StandardCharsets.UTF_8))) {
      reader.lines().skip(1).map(line -> line.split(",")).forEach(r -> regions.put(r[0], r[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return regions;
  }

  private static List<Map<String, Object>> entries(String file) {
    try (InputStream in = open(file)) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = ReferenceFiles.class.getClassLoader().getResourceAsStream(FOLDER + file);
    if (in == null) {
      throw new FileNotFoundException("no resource " + FOLDER + file);
    }
    return in;
  }

  private static String text(String file, Map<String, Object> entry, String key) {
    return String.valueOf(required(file, entry, key));
  }

  private static List<String> texts(String file, Map<String, Object> entry, String key) {
    if (required(file, entry, key) instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw new IllegalStateException(file + ": '" + key + "' of " + entry + " must be a list");
  }

  private static Set<Domain> domains(String file, Map<String, Object> entry) {
    return entry.get("domains") == null
        ? Set.of()
        : texts(file, entry, "domains").stream()
            .map(
                label ->
                    Domain.labelled(label)
                        .orElseThrow(
                            () ->
                                new IllegalStateException(
                                    file + ": '" + label + "' in " + entry + " is no domain")))
            .collect(Collectors.toSet());
  }

  private static Object required(String file, Map<String, Object> entry, String key) {
    @Nullable Object value = entry.get(key);
    if (value == null) {
      throw new IllegalStateException(file + ": '" + key + "' is missing in " + entry);
    }
    return value;
  }
}
