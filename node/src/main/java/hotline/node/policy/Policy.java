package hotline.node.policy;

import hotline.node.calendar.WorkingHours;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a node, as data: cities differ here and nowhere else (table Q).
 *
 * @param name a short stable name of the policy
 * @param version the number that the node gave it, 0 for one that only comes with the program
 * @param source the document that it follows
 * @param repealedOn the first day on which it is no longer in force, null while it is
 */
public record Policy(
    String name,
    int version,
    String source,
    LocalDate effectiveFrom,
    @Nullable LocalDate repealedOn,
    WorkingHours workingHours,
    OrganisationRules organisation,
    IntakeRules intake,
    Limits limits,
    AssignmentRules assignments,
    FollowUpRules followUp,
    NoticeRules notice,
    SupervisionRules supervision,
    LineRules lines,
    TelephonyRules telephony,
    AbuseRules abuse,
    RequestRules requests,
    DispatchRules dispatch) {

  public boolean inForce(LocalDate day) {
    return !day.isBefore(effectiveFrom) && (repealedOn == null || day.isBefore(repealedOn));
  }

  public PolicyRef ref() {
    return new PolicyRef(name, version);
  }

  /** The same rules under a number of the node. */
  public Policy numbered(int version) {
    return new Policy(
        name,
        version,
        source,
        effectiveFrom,
        repealedOn,
        workingHours,
        organisation,
        intake,
        limits,
        assignments,
        followUp,
        notice,
        supervision,
        lines,
        telephony,
        abuse,
        requests,
        dispatch);
  }
}
