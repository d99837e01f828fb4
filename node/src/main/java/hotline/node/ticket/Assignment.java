package hotline.node.ticket;

import hotline.node.classification.Approver;
import hotline.node.classification.RequestKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An assignment 派办: one dispatch of a ticket, as the node that carries it out keeps it.
 *
 * @param version 1 after it was received, one more after each batch of events
 * @param round 1 for the first dispatch, more after a redo
 * @param orders what has been dispatched on: by a node to whom it likes, by a unit to those below
 *     it
 * @param conclusion how the ticket ended, null while it has not
 * @param team how it stands to others
 */
public record Assignment(
    AssignmentId id,
    long version,
    Charge charge,
    Subject subject,
    AssignmentState state,
    int round,
    Terms terms,
    Handling handling,
    Orders orders,
    @Nullable Conclusion conclusion,
    Teamwork team) {

  public boolean receivedByNode() {
    return charge.unit() == null;
  }

  Assignment next() {
    return new Assignment(
        id, version + 1, charge, subject, state, round, terms, handling, orders, conclusion, team);
  }

  Assignment in(AssignmentState state) {
    return new Assignment(
        id, version, charge, subject, state, round, terms, handling, orders, conclusion, team);
  }

  Assignment with(Handling handling) {
    return new Assignment(
        id, version, charge, subject, state, round, terms, handling, orders, conclusion, team);
  }

  Assignment with(Terms terms) {
    return new Assignment(
        id, version, charge, subject, state, round, terms, handling, orders, conclusion, team);
  }

  Assignment with(Orders orders) {
    return new Assignment(
        id, version, charge, subject, state, round, terms, handling, orders, conclusion, team);
  }

  Assignment with(Teamwork team) {
    return new Assignment(
        id, version, charge, subject, state, round, terms, handling, orders, conclusion, team);
  }

  Assignment redone(int round, Terms terms) {
    return new Assignment(
        id,
        version,
        charge,
        subject,
        AssignmentState.AWAITING_SIGN_FOR,
        round,
        terms,
        handling.forNextRound(),
        orders,
        null,
        team.joined(null));
  }

  Assignment concluded(Conclusion conclusion) {
    return new Assignment(
        id, version, charge, subject, state, round, terms, handling, orders, conclusion, team);
  }

  /** After a signature at a request; what is granted with it takes effect. */
  Assignment signed(int number, Signature signature, @Nullable Verdict verdict) {
    Assignment signed = with(handling.signed(number, signature, verdict));
    Optional<Request> granted = signed.handling.request(number).filter(Request::granted);
    if (granted.isEmpty()) {
      return signed;
    }
    return signed
        .with(terms.granted(granted.get()))
        .in(granted.get().kind() == RequestKind.STOP_HANDLING ? AssignmentState.CONFIRMED : state);
  }

  /** Whether a request waits for a signature inside the unit. */
  public boolean signatureMissing() {
    return nextSigner().isPresent();
  }

  /** Whose signature inside the unit the oldest waiting request needs. */
  public Optional<Approver> nextSigner() {
    if (conclusion != null) {
      return Optional.empty();
    }
    return handling.requests().stream()
        .filter(request -> request.round() == round)
        .filter(request -> request.kind() == RequestKind.EXCLUSION || working())
        .flatMap(request -> request.nextAtUnit().stream())
        .findFirst();
  }

  private boolean working() {
    return state == AssignmentState.IN_HANDLING;
  }
}
