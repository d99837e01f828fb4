package hotline.node.policy;

import hotline.node.classification.Approver;
import hotline.node.classification.RequestKind;
import hotline.node.classification.RequestNeed;
import hotline.node.classification.VisitCase;
import java.util.EnumMap;
import java.util.Map;

/** Reads {@code requests:}. */
final class RequestsSection {

  private static final int MOST_ATTEMPTS = 20;

  private RequestsSection() {}

  static RequestRules read(Section section) {
    Map<RequestKind, RequestRule> byKind = new EnumMap<>(RequestKind.class);
    for (RequestKind kind : RequestKind.values()) {
      String key = RequestRules.key(kind);
      if (kind.known() && section.has(key)) {
        byKind.put(kind, rule(section.section(key)));
      }
    }
    return new RequestRules(byKind, section.optionalConstants("visits", VisitCase.class));
  }

  private static RequestRule rule(Section section) {
    return new RequestRule(
        section.optionalConstants("needs", RequestNeed.class),
        section.optionalConstants("at-unit", Approver.class).stream().sorted().toList(),
        section.optionalConstants("at-holder", Approver.class).stream().sorted().toList(),
        section.has("attempts") ? section.number("attempts", 1, MOST_ATTEMPTS) : 1,
        section.text("rule"));
  }
}
