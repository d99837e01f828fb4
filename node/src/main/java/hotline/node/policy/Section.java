package hotline.node.policy;

import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A mapping of a policy file that knows where it stands and which of its keys have been read. */
final class Section {

  private final String where;
  private final Map<String, Object> values;
  private final Set<String> read = new HashSet<>();
  private final List<Section> children = new ArrayList<>();

  private Section(String where, Map<String, Object> values) {
    this.where = where;
    this.values = values;
  }

  static Section root(String file, Reader reader) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      return of(file + ":", new Yaml(new SafeConstructor(options)).load(reader));
    } catch (YAMLException e) {
      throw new PolicyException(file + ": not YAML: " + e.getMessage(), e);
    }
  }

  boolean has(String key) {
    read.add(key);
    return values.containsKey(key);
  }

  String text(String key) {
    return String.valueOf(value(key)).strip();
  }

  LocalDate date(String key) {
    // YAML has read an unquoted date already
    if (value(key) instanceof Date date) {
      return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
    }
    return parse(key, text(key), "a date such as 2022-11-29", LocalDate::parse);
  }

  boolean flag(String key) {
    if (value(key) instanceof Boolean flag) {
      return flag;
    }
    throw wrong(key, text(key), "true or false");
  }

  int number(String key, int least, int most) {
    if (value(key) instanceof Integer number && number >= least && number <= most) {
      return number;
    }
    throw wrong(key, text(key), "a whole number from " + least + " to " + most);
  }

  List<String> texts(String key) {
    if (value(key) instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw wrong(key, text(key), "a list");
  }

  Section section(String key) {
    Section section = of(path(key), value(key));
    children.add(section);
    return section;
  }

  List<Section> sections(String key) {
    if (value(key) instanceof List<?> list) {
      List<Section> sections = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        sections.add(of(path(key) + "[" + i + "]", list.get(i)));
      }
      children.addAll(sections);
      return sections;
    }
    throw wrong(key, text(key), "a list");
  }

  <E extends Enum<E>> Set<E> optionalConstants(String key, Class<E> type) {
    return has(key) ? constants(key, type) : EnumSet.noneOf(type);
  }

  /** Constants in lower case with hyphens; one that stands for the unknown is not allowed. */
  <E extends Enum<E>> Set<E> constants(String key, Class<E> type) {
    Map<String, E> allowed =
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> !constant.name().equals("UNKNOWN"))
            .collect(
                Collectors.toMap(
                    constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Function.identity(),
                    (a, b) -> a,
                    TreeMap::new));
    Set<E> constants = EnumSet.noneOf(type);
    for (String text : texts(key)) {
      E constant = allowed.get(text);
      if (constant == null) {
        throw wrong(key, text, "one of " + String.join(", ", allowed.keySet()));
      }
      constants.add(constant);
    }
    return constants;
  }

  <T> T parse(String key, String text, String expected, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new PolicyException(message(key, text, expected), e);
    }
  }

  PolicyException wrong(String key, String given, String expected) {
    return new PolicyException(message(key, given, expected));
  }

  /** Refuses a key that nobody asked for: a typing mistake must not pass for a default. */
  void requireAllRead() {
    for (String key : values.keySet()) {
      if (!read.contains(key)) {
        throw new PolicyException(
            path(key) + ": unknown key, expected one of " + String.join(", ", sorted(read)));
      }
    }
    children.forEach(Section::requireAllRead);
  }

  private Object value(String key) {
    read.add(key);
    Object value = values.get(key);
    if (value == null) {
      throw new PolicyException(path(key) + ": missing");
    }
    return value;
  }

  private String message(String key, String given, String expected) {
    return path(key) + ": '" + given + "', expected " + expected;
  }

  private String path(String key) {
    return where + (where.endsWith(":") ? " " : ".") + key;
  }

  private static Section of(String where, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new PolicyException(where + ": expected a mapping");
    }
    Map<String, Object> values = new TreeMap<>();
    map.forEach(
        (key, item) -> {
          if (item != null) {
            values.put(String.valueOf(key), item);
          }
        });
    return new Section(where, values);
  }

  private static List<String> sorted(Set<String> keys) {
    return keys.stream().sorted().toList();
  }
}
