package hotline.node.policy;

import hotline.node.classification.SupervisionTool;
import hotline.node.policy.SupervisionRules.Combine;
import hotline.node.policy.SupervisionRules.LowRates;
import org.jspecify.annotations.Nullable;

/** Reads {@code supervision:}. */
final class SupervisionSection {

  private static final int MANY = 100;

  private SupervisionSection() {}

  static SupervisionRules read(Section section) {
    return new SupervisionRules(
        section.constants("tools", SupervisionTool.class),
        section.ruledLimit("explanation"),
        section.flag("overdue"),
        section.number("redone-more-than", 0, MANY),
        section.number("returned-more-than", 0, MANY),
        section.number("extensions-more-than", 0, MANY),
        section.flag("improper-return"),
        section.has("low-rates") ? lowRates(section.section("low-rates")) : null);
  }

  private static @Nullable LowRates lowRates(Section section) {
    return new LowRates(
        section.number("day", 1, 28),
        section.percent("below"),
        section.constant("combine", Combine.class),
        section.number("at-least", 1, 100_000));
  }
}
