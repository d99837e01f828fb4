package hotline.node.policy;

import hotline.node.classification.NodeKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code organisation:}. */
final class OrganisationSection {

  private OrganisationSection() {}

  static OrganisationRules read(Section section) {
    List<String> tiers = section.texts("tiers");
    if (tiers.isEmpty()) {
      throw section.wrong("tiers", "至少一级，如 [市, 县（区）]");
    }
    return new OrganisationRules(
        tiers,
        section.constant("lead-at-dispatch", LeadRule.class),
        section.constant("lead-afterwards", LeadRule.class),
        section.constants("reports", ReportCycle.class),
        section.has("names") ? names(section.section("names")) : Map.of(),
        section.optionalConstants("dually-managed", NodeKind.class));
  }

  private static Map<NodeKind, NameRule> names(Section section) {
    Map<NodeKind, NameRule> names = new EnumMap<>(NodeKind.class);
    for (NodeKind kind : NodeKind.values()) {
      String key = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (kind.known() && section.has(key)) {
        Section rule = section.section(key);
        names.put(kind, new NameRule(pattern(rule, "full"), pattern(rule, "short")));
      }
    }
    return names;
  }

  private static Pattern pattern(Section section, String key) {
    return section.parse(key, section.text(key), "正则表达式", Pattern::compile);
  }
}
