package hotline.node.policy;

import hotline.node.classification.Category;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.WithheldCase;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code intake:}. */
final class IntakeSection {

  private IntakeSection() {}

  static IntakeRules read(Section section) {
    return new IntakeRules(
        section.constants("required", IntakeElement.class),
        section.constants("categories", Category.class),
        section.flag("anonymous-allowed"),
        section.flag("refuse-duplicates"),
        section.flag("refuse-concluded"),
        section.flag("unreasonable-gets-visit"),
        section.constants("refusal-grounds", RefusalGround.class),
        section.constants("withheld-cases", WithheldCase.class),
        section.constants("immediate-closure", Category.class),
        section.constants("robot-answers", Category.class),
        enterprise(section.section("enterprise")),
        section.has("guidance") ? guidance(section.section("guidance")) : Map.of(),
        section.texts("urgent-words"),
        section.has("emergency-words") ? words(section.sections("emergency-words")) : Map.of());
  }

  private static EnterpriseRules enterprise(Section section) {
    return new EnterpriseRules(
        Set.copyOf(section.texts("words")), section.optionalRuledLimit("dispatch"));
  }

  private static Map<RefusalGround, String> guidance(Section section) {
    Map<RefusalGround, String> guidance = new EnumMap<>(RefusalGround.class);
    for (RefusalGround ground : RefusalGround.values()) {
      String key = ground.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (ground.known() && section.has(key)) {
        guidance.put(ground, section.text(key));
      }
    }
    return guidance;
  }

  private static Map<String, List<String>> words(List<Section> sections) {
    Map<String, List<String>> words = new TreeMap<>();
    sections.forEach(section -> words.put(section.text("number"), section.texts("words")));
    return words;
  }
}
