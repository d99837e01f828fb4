package hotline.node.policy;

import hotline.node.calendar.Limit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
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

/**
 * A mapping of a policy file that knows where it stands and which of its keys have been read. Each
 * part of a policy has a small class that reads its rules from a section. A mistake is refused with
 * a {@link PolicyException} that names file, line, key, what was given and what is allowed.
 */
final class Section {

  private final String path;
  private final Value.Mapping mapping;
  private final Set<String> read = new HashSet<>();
  private final List<Section> children = new ArrayList<>();

  private Section(String path, Value.Mapping mapping) {
    this.path = path;
    this.mapping = mapping;
  }

  static Section root(Value.Mapping mapping) {
    return new Section("", mapping);
  }

  boolean has(String key) {
    read.add(key);
    Value value = mapping.values().get(key);
    return value != null && !(value instanceof Value.Nothing);
  }

  String text(String key) {
    if (value(key) instanceof Value.Scalar scalar) {
      return scalar.text();
    }
    throw wrong(key, given(value(key)), "一个值");
  }

  @Nullable String optionalText(String key) {
    return has(key) ? text(key) : null;
  }

  LocalDate date(String key) {
    return parse(key, text(key), "日期，如 2022-11-29", LocalDate::parse);
  }

  @Nullable LocalDate optionalDate(String key) {
    return has(key) ? date(key) : null;
  }

  boolean flag(String key) {
    return switch (text(key)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(key, text(key), "true 或 false");
    };
  }

  int number(String key, int least, int most) {
    String expected = least + " 到 " + most + " 的整数";
    int number = parse(key, text(key), expected, Integer::parseInt);
    if (number < least || number > most) {
      throw wrong(key, text(key), expected);
    }
    return number;
  }

  /** {@code 80 %} as 80. */
  int percent(String key) {
    String expected = "0 % 到 100 % 的整数百分比，如 80 %";
    String text = text(key);
    if (!text.matches("[0-9]{1,3} ?%")) {
      throw wrong(key, text, expected);
    }
    int percent = Integer.parseInt(text.replaceAll("[ %]", ""));
    if (percent > 100) {
      throw wrong(key, text, expected);
    }
    return percent;
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Value item : items(key)) {
      if (!(item instanceof Value.Scalar scalar)) {
        throw wrong(key, given(item), "每项一个值");
      }
      texts.add(scalar.text());
    }
    return texts;
  }

  Section section(String key) {
    Section section = child(path(key), value(key));
    children.add(section);
    return section;
  }

  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    for (Value item : items(key)) {
      sections.add(child(path(key) + "[" + sections.size() + "]", item));
    }
    children.addAll(sections);
    return sections;
  }

  /** A constant in lower case with hyphens; one that stands for the unknown is not allowed. */
  <E extends Enum<E>> E constant(String key, Class<E> type) {
    return constant(key, text(key), allowed(type));
  }

  <E extends Enum<E>> Set<E> constants(String key, Class<E> type) {
    Map<String, E> allowed = allowed(type);
    Set<E> constants = EnumSet.noneOf(type);
    texts(key).forEach(text -> constants.add(constant(key, text, allowed)));
    return constants;
  }

  <E extends Enum<E>> Set<E> optionalConstants(String key, Class<E> type) {
    return has(key) ? constants(key, type) : EnumSet.noneOf(type);
  }

  Limit limit(String key) {
    return parse(key, text(key), LimitText.EXPECTED, LimitText::parse);
  }

  @Nullable Limit optionalLimit(String key) {
    return has(key) ? limit(key) : null;
  }

  /** {@code key: {limit: 3 working hours, rule: SLA-02}}. */
  RuledLimit ruledLimit(String key) {
    return section(key).ruledLimit();
  }

  @Nullable RuledLimit optionalRuledLimit(String key) {
    return has(key) ? ruledLimit(key) : null;
  }

  /** This very section as {@code {limit: …, rule: …}}. */
  RuledLimit ruledLimit() {
    return new RuledLimit(limit("limit"), text("rule"));
  }

  <T> T parse(String key, String text, String expected, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw wrong(key, text, expected);
    }
  }

  PolicyException wrong(String key, String given, String expected) {
    return new PolicyException(where(key) + "：“" + given + "”，应为" + expected);
  }

  /** A mistake that is not about one value: {@code expected} says what should stand there. */
  PolicyException wrong(String key, String expected) {
    return new PolicyException(where(key) + "：应为" + expected);
  }

  /** Refuses a key that nobody asked for: a typing mistake must not pass for a default. */
  void requireAllRead() {
    for (Map.Entry<String, Value> entry : mapping.values().entrySet()) {
      if (!read.contains(entry.getKey())) {
        throw new PolicyException(
            where(entry.getKey())
                + "：没有这个键，应为 "
                + read.stream().sorted().collect(Collectors.joining("、"))
                + " 之一");
      }
    }
    children.forEach(Section::requireAllRead);
  }

  private static <E extends Enum<E>> Map<String, E> allowed(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> !constant.name().equals("UNKNOWN"))
        .collect(
            Collectors.toMap(
                constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Function.identity(),
                (a, b) -> a,
                TreeMap::new));
  }

  private <E> E constant(String key, String text, Map<String, E> allowed) {
    E constant = allowed.get(text);
    if (constant == null) {
      throw wrong(key, text, " " + String.join("、", allowed.keySet()) + " 之一");
    }
    return constant;
  }

  private List<Value> items(String key) {
    if (value(key) instanceof Value.Items items) {
      return items.items();
    }
    throw wrong(key, given(value(key)), "列表，如 [a, b]");
  }

  private Value value(String key) {
    read.add(key);
    Value value = mapping.values().get(key);
    if (value == null || value instanceof Value.Nothing) {
      throw new PolicyException(where(key) + "：缺少这一项");
    }
    return value;
  }

  private String where(String key) {
    Value value = mapping.values().get(key);
    return (value == null ? mapping.place() : value.place()) + " " + path(key);
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static String given(Value value) {
    String text = String.valueOf(PolicyYaml.plain(value));
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private static Section child(String path, Value value) {
    if (value instanceof Value.Mapping mapping) {
      return new Section(path, mapping);
    }
    throw new PolicyException(value.place() + " " + path + "：“" + given(value) + "”，应为一组“键: 值”");
  }
}
