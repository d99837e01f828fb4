package hotline.node.policy;

import java.util.List;

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
        section.constants("reports", ReportCycle.class));
  }
}
