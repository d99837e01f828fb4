package hotline.node.policy;

/** Reads a whole policy: each part by the class of its section. */
final class PolicyReader {

  private PolicyReader() {}

  static Policy read(Section root) {
    return new Policy(
        root.text("name"),
        0,
        root.text("source"),
        root.date("effective-from"),
        root.optionalDate("repealed-on"),
        WorkingHoursSection.read(root.section("working-hours")),
        OrganisationSection.read(root.section("organisation")),
        IntakeSection.read(root.section("intake")),
        LimitsSection.read(root.section("limits")),
        AssignmentsSection.read(root.section("assignments")),
        FollowUpSection.read(root.section("follow-up")),
        NoticeSection.read(root.section("notice")),
        SupervisionSection.read(root.section("supervision")),
        LinesSection.read(root.section("lines")),
        TelephonySection.read(root.section("telephony")),
        AbuseSection.read(root.section("abuse")),
        RequestsSection.read(root.section("requests")),
        DispatchSection.read(root.section("dispatch")));
  }
}
