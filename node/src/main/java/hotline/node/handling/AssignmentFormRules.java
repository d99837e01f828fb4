package hotline.node.handling;

import hotline.node.classification.Approver;
import hotline.node.classification.Category;
import hotline.node.classification.ContactResult;
import hotline.node.classification.ContactWay;
import hotline.node.classification.RequestKind;
import hotline.node.classification.RequestNeed;
import hotline.node.classification.VisitCase;
import hotline.node.policy.LeadRule;
import hotline.node.policy.Policy;
import hotline.node.policy.RequestRule;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.CoOpinion;
import hotline.node.ticket.Contact;
import hotline.node.view.Times;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an assignee's forms have to ask for.
 *
 * @param requests what can be asked for now, and what each kind needs (LIF-09 to LIF-18)
 * @param requesterReachable whether there is somebody to speak with
 * @param replyNeedsContact whether the citizen must have been told before the reply (RVS-01)
 * @param replyNeedsVisit whether somebody has still to go and see him before the reply (LIF-17)
 * @param opinionsAwaited co-handlers whose opinions the reply still has to wait for (DSP-02)
 * @param visited whether somebody went to see the citizen in this round
 * @param attempts how often he could not be reached in this round
 * @param withheld whether he has refused material
 * @param planFirst whether more time takes a plan that is not there yet (RVS-18)
 * @param designation what a joint meeting decided; such work is not given back (DSP-08)
 * @param returnBy until when it can be given back in time
 * @param returnLate whether that has passed
 * @param lateReturnAllowed whether it can still be given back then, as overdue (LIF-06)
 * @param extensionFactor the longest extension as a multiple of the limit; 0 where there is none
 */
@Serdeable
record AssignmentFormRules(
    List<RequestFormRule> requests,
    boolean requesterReachable,
    boolean replyNeedsContact,
    boolean replyNeedsVisit,
    List<String> opinionsAwaited,
    boolean visited,
    int attempts,
    boolean withheld,
    boolean planFirst,
    @Nullable String designation,
    OffsetDateTime returnBy,
    boolean returnLate,
    boolean lateReturnAllowed,
    int extensionFactor) {

  /**
   * What one kind of request needs.
   *
   * @param approvers who will have to sign, one after the other
   * @param attempts how often the citizen must have been tried to be reached
   * @param rule what it follows from
   */
  @Serdeable
  record RequestFormRule(
      RequestKind kind,
      String label,
      Set<RequestNeed> needs,
      List<String> approvers,
      int attempts,
      String rule) {}

  static AssignmentFormRules of(Policy policy, Assignment assignment, Instant now) {
    List<Contact> contacts =
        assignment.handling().contacts().stream()
            .filter(contact -> !contact.at().isBefore(assignment.terms().dispatchedAt()))
            .toList();
    boolean visited = contacts.stream().anyMatch(contact -> contact.way() == ContactWay.VISIT);
    boolean reachable = assignment.subject().requesterReachable();
    boolean ofUnit = !assignment.receivedByNode();
    boolean waits = policy.dispatch().leadWaits() && !assignment.terms().due().isPast(now);
    var returnBy = assignment.terms().returnBy();
    return new AssignmentFormRules(
        Arrays.stream(RequestKind.values())
            .map(kind -> rule(policy, assignment, kind))
            .flatMap(Optional::stream)
            .toList(),
        reachable,
        policy.assignments().replyNeedsContact() && ofUnit && reachable,
        ofUnit
            && reachable
            && !visited
            && assignment.subject().category() == Category.SUGGESTION
            && policy.requests().visits().contains(VisitCase.SUGGESTION),
        waits
            ? assignment.team().opinions().stream()
                .filter(opinion -> !opinion.given())
                .map(CoOpinion::assignee)
                .toList()
            : List.of(),
        visited,
        (int) contacts.stream().filter(c -> c.result() == ContactResult.UNREACHED).count(),
        contacts.stream().anyMatch(c -> c.result() == ContactResult.WITHHELD),
        policy.assignments().planFor().contains(assignment.subject().urgency())
            && assignment.handling().plan() == null,
        assignment.charge().briefing().designation(),
        Times.local(returnBy.at()),
        returnBy.isPast(now),
        policy.assignments().lateReturnAllowed(),
        policy.assignments().extensionFactor());
  }

  private static Optional<RequestFormRule> rule(
      Policy policy, Assignment assignment, RequestKind kind) {
    boolean asked =
        assignment.handling().pendingRequest(kind, assignment.round()).isPresent()
            || (assignment.state() != AssignmentState.IN_HANDLING && kind != RequestKind.EXCLUSION);
    boolean others =
        kind == RequestKind.CO_HANDLING
            && policy.organisation().leadAfterwards() != LeadRule.FIRST_RECEIVER;
    boolean nodes = kind == RequestKind.STOP_HANDLING && assignment.receivedByNode();
    boolean none = kind == RequestKind.EXTENSION && policy.assignments().extensionFactor() == 0;
    if (asked || others || nodes || none) {
      return Optional.empty();
    }
    return policy.requests().of(kind).map(rule -> form(rule, assignment, kind));
  }

  private static RequestFormRule form(RequestRule rule, Assignment assignment, RequestKind kind) {
    Set<RequestNeed> needs = new TreeSet<>(rule.needs());
    if (!assignment.subject().requesterReachable()) {
      // nobody can be told, seen or asked
      needs.removeAll(Set.of(RequestNeed.INFORMED, RequestNeed.VISIT, RequestNeed.CONSENT));
    }
    Stream<Approver> atUnit = assignment.receivedByNode() ? Stream.of() : rule.atUnit().stream();
    return new RequestFormRule(
        kind,
        kind.label(),
        needs,
        Stream.concat(atUnit, rule.atHolder().stream()).map(Approver::label).toList(),
        rule.attempts(),
        rule.rule());
  }
}
