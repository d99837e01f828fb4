package hotline.node.policy;

/** Reads {@code assignments:}. */
final class AssignmentsSection {

  private AssignmentsSection() {}

  static AssignmentRules read(Section section) {
    return new AssignmentRules(
        section.flag("deemed-sign-for"),
        section.flag("late-return-allowed"),
        section.number("extension-factor", 0, 10),
        section.flag("reply-needs-contact"));
  }
}
