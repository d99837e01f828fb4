package hotline.node.reference;

import hotline.node.classification.Domain;
import hotline.node.ticket.UnitCode;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the reference resources; an error names the file, the entry and what was expected. */
final class ReferenceFiles {

  private static final String FOLDER = "reference/";

  private ReferenceFiles() {}

  /**
   * The handling units of a node.
   *
   * @param source a file of the node's own, ending in {@code .yml}, or the kind of node whose units
   *     come with the program
   */
  static List<HandlingUnit> units(String source) {
    String file = source.endsWith(".yml") ? source : FOLDER + "units-" + source + ".yml";
    List<HandlingUnit> units =
        entries(file).stream()
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
    Set<String> codes = new HashSet<>();
    for (HandlingUnit unit : units) {
      require(UnitCode.isOne(unit.code()), file, unit, "a code is 1 to 32 of A-Z a-z 0-9 . _ -");
      require(codes.add(unit.code()), file, unit, "the code stands there twice");
    }
    for (HandlingUnit unit : units) {
      for (String other :
          Stream.of(unit.parent(), unit.supervisor()).flatMap(Optional::stream).toList()) {
        require(codes.contains(other), file, unit, "no unit has the code " + other);
      }
    }
    return units;
  }

  private static void require(boolean holds, String file, HandlingUnit unit, String problem) {
    if (!holds) {
      throw new IllegalStateException(file + ": unit " + unit.code() + ": " + problem);
    }
  }

  /** The catalogue of matters that comes with the program, as CSV. */
  static String matters() {
    try (InputStream in = resource(FOLDER + "matters.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> regions() {
    Map<String, String> regions = new LinkedHashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(resource(FOLDER + "regions.csv"), StandardCharsets.UTF_8))) {
      reader.lines().skip(1).map(line -> line.split(",")).forEach(r -> regions.put(r[0], r[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return regions;
  }

  private static List<Map<String, Object>> entries(String file) {
    try (InputStream in =
        file.startsWith(FOLDER) ? resource(file) : Files.newInputStream(Path.of(file))) {
      Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      if (!(content instanceof List<?> list)) {
        throw new IllegalStateException(file + " must be a list of units");
      }
      return list.stream().map(entry -> entry(file, entry)).toList();
    } catch (YAMLException e) {
      throw new IllegalStateException(file + " is no YAML: " + e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new IllegalStateException("the list of units " + file + " does not exist", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> entry(String file, @Nullable Object entry) {
    if (!(entry instanceof Map<?, ?> map)) {
      throw new IllegalStateException(file + ": " + entry + " must have a code and a name");
    }
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((key, value) -> named.put(String.valueOf(key), value));
    return named;
  }

  private static InputStream resource(String file) throws IOException {
    InputStream in = ReferenceFiles.class.getClassLoader().getResourceAsStream(file);
    if (in == null) {
      throw new FileNotFoundException("no resource " + file);
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
