package hotline.node.ticket;

import hotline.node.calendar.Deadline;
import hotline.node.classification.Approver;
import hotline.node.classification.RequestKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an assignee asks of the holder of its order: more time, to be left out of the assessment …
 * (LIF-09 to LIF-18). It is signed inside the unit first, then decided at the holder; whoever turns
 * it down ends it. Both ends keep the same.
 *
 * @param number 1, 2, 3 … within one assignment
 * @param round of the dispatch in which it was made
 * @param basis the grounds, null where none were given
 * @param workingDays how much more time, 0 where it is not about time
 * @param until the deadline that it asks for, null where it is not about time
 * @param requesterInformed whether the citizen has been told
 * @param requesterConsents whether the citizen agrees
 * @param behalf the request of an order below that this one passes on, null for the assignee's own
 * @param atUnit who has to sign inside the unit
 * @param signatures in the order of signing, those of the unit first
 * @param verdict null while undecided
 */
public record Request(
    int number,
    RequestKind kind,
    int round,
    String reason,
    @Nullable String basis,
    int workingDays,
    @Nullable Deadline until,
    boolean requesterInformed,
    boolean requesterConsents,
    @Nullable Behalf behalf,
    Instant at,
    Actor by,
    List<Approver> atUnit,
    List<Signature> signatures,
    @Nullable Verdict verdict) {

  /** A request about an order that the assignee has placed itself. */
  public record Behalf(AssignmentId order, int number) {}

  public Request {
    atUnit = List.copyOf(atUnit);
    signatures = List.copyOf(signatures);
  }

  /** Whose signature inside the unit is missing next; empty once the unit has said all. */
  public Optional<Approver> nextAtUnit() {
    return verdict == null && signatures.size() < atUnit.size()
        ? Optional.of(atUnit.get(signatures.size()))
        : Optional.empty();
  }

  /** Whether the holder has to say something. */
  public boolean awaitsHolder() {
    return verdict == null && signatures.size() >= atUnit.size();
  }

  public boolean granted() {
    return verdict != null && verdict.approved();
  }

  /** Whether granting it moves the deadline. */
  public boolean movesDeadline() {
    return until != null;
  }

  /** How many have signed at the holder. */
  int signedAtHolder() {
    return signatures.size() - atUnit.size();
  }

  Request signed(Signature signature, @Nullable Verdict verdict) {
    List<Signature> longer = new ArrayList<>(signatures);
    longer.add(signature);
    return new Request(
        number,
        kind,
        round,
        reason,
        basis,
        workingDays,
        until,
        requesterInformed,
        requesterConsents,
        behalf,
        at,
        by,
        atUnit,
        longer,
        verdict);
  }

  /** In a sentence. */
  String text() {
    String time = workingDays > 0 ? "延长 " + workingDays + " 个工作日：" : "";
    return kind.label() + "：" + time + reason + Happening.after("；依据：", basis);
  }
}
