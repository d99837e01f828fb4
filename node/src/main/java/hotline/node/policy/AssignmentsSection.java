package hotline.node.policy;

import hotline.node.classification.Urgency;

/** Reads {@code assignments:}. */
final class AssignmentsSection {

  private AssignmentsSection() {}

  static AssignmentRules read(Section section) {
    return new AssignmentRules(
        section.flag("deemed-sign-for"),
        section.flag("late-return-allowed"),
        section.number("extension-factor", 0, 10),
        section.flag("reply-needs-contact"),
        section.optionalConstants("plan-for", Urgency.class));
  }
}
