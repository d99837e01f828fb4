package hotline.node.policy;

import hotline.node.classification.MergeMode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads {@code lines:}. */
final class LinesSection {

  private LinesSection() {}

  static LineRules read(Section section) {
    return new LineRules(
        numbers(section),
        transitions(section.section("transitions")),
        section.optionalDate("frozen-since"),
        section.flag("renaming"),
        section.flag("prompt-needed"),
        section.constants("jointly-managed", MergeMode.class),
        section.constants("round-the-clock", MergeMode.class),
        section.has("names") ? names(section.section("names")) : Map.of());
  }

  private static Set<String> numbers(Section section) {
    Set<String> numbers = new TreeSet<>();
    for (String number : section.texts("emergency-numbers")) {
      if (!number.matches("[0-9]{3,6}")) {
        throw section.wrong("emergency-numbers", number, "3 至 6 位数字");
      }
      numbers.add(number);
    }
    return numbers;
  }

  private static Map<MergeMode, Set<MergeMode>> transitions(Section section) {
    Map<MergeMode, Set<MergeMode>> transitions = new EnumMap<>(MergeMode.class);
    for (MergeMode from : MergeMode.values()) {
      if (from.known() && section.has(key(from))) {
        transitions.put(from, section.constants(key(from), MergeMode.class));
      }
    }
    return transitions;
  }

  private static Map<MergeMode, Pattern> names(Section section) {
    Map<MergeMode, Pattern> names = new EnumMap<>(MergeMode.class);
    for (MergeMode mode : MergeMode.values()) {
      if (mode.known() && section.has(key(mode))) {
        names.put(
            mode, section.parse(key(mode), section.text(key(mode)), "正则表达式", Pattern::compile));
      }
    }
    return names;
  }

  private static String key(MergeMode mode) {
    return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
