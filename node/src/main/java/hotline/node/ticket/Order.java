package hotline.node.ticket;

import hotline.node.classification.HandlingRole;
import hotline.node.classification.RequestKind;
import hotline.node.error.ErrorCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an assigner decided about one assignment, and the last it heard of it. Part of the holder:
 * the ticket, or the received assignment that it was dispatched from.
 *
 * @param round 1 for the first dispatch, more after a redo
 * @param problem why the delivery failed, in Chinese; null while it has not
 * @param briefing what goes with it besides the ticket
 */
public record Order(
    AssignmentId assignment,
    Assignee assignee,
    HandlingRole role,
    @Nullable String note,
    int round,
    OrderState state,
    Terms terms,
    Delivery delivery,
    @Nullable String problem,
    Handling handling,
    Briefing briefing) {

  public boolean returnPending() {
    return state == OrderState.RETURN_REQUESTED;
  }

  /** The requests that the holder has to say something about. */
  public List<Request> pendingRequests() {
    return handling.requests().stream().filter(this::awaitsHolder).toList();
  }

  public boolean requestPending() {
    return !pendingRequests().isEmpty();
  }

  public boolean extensionPending() {
    return pendingRequests().stream().anyMatch(r -> r.kind() == RequestKind.EXTENSION);
  }

  /** The request of this number that the holder has to say something about. */
  Request pending(int number) throws RefusedException {
    return pendingRequests().stream()
        .filter(request -> request.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedException(
                    ErrorCode.NO_SUCH_REQUEST, "派办 " + assignment + " 没有待审的第 " + number + " 号申请"));
  }

  private boolean awaitsHolder(Request request) {
    boolean open =
        request.kind() == RequestKind.EXCLUSION
            ? state == OrderState.SIGNED
                || state == OrderState.ANSWERED
                || state == OrderState.ACCEPTED
            : state == OrderState.SIGNED;
    return open && request.round() == round && request.awaitsHolder();
  }

  public boolean isLead() {
    return role == HandlingRole.LEAD;
  }

  Order in(OrderState state) {
    return new Order(
        assignment,
        assignee,
        role,
        note,
        round,
        state,
        terms,
        delivery,
        problem,
        handling,
        briefing);
  }

  Order with(Handling handling) {
    return new Order(
        assignment,
        assignee,
        role,
        note,
        round,
        state,
        terms,
        delivery,
        problem,
        handling,
        briefing);
  }

  Order with(Terms terms) {
    return new Order(
        assignment,
        assignee,
        role,
        note,
        round,
        state,
        terms,
        delivery,
        problem,
        handling,
        briefing);
  }

  Order delivered(Delivery delivery, @Nullable String problem) {
    return new Order(
        assignment,
        assignee,
        role,
        note,
        round,
        state,
        terms,
        delivery,
        problem,
        handling,
        briefing);
  }

  Order redone(int round, Terms terms) {
    return new Order(
        assignment,
        assignee,
        role,
        note,
        round,
        OrderState.PLACED,
        terms,
        delivery == Delivery.LOCAL ? Delivery.LOCAL : Delivery.PENDING,
        null,
        handling.forNextRound(),
        briefing);
  }

  /** After a report. Whoever reports has the order, even if news of its delivery is under way. */
  Order heard(Report report) {
    Order known = delivery == Delivery.PENDING ? delivered(Delivery.DELIVERED, null) : this;
    return known.with(report.in(handling)).in(report.after(state));
  }

  /** After a signature at a request; what is granted with it takes effect. */
  Order signed(int number, Signature signature, @Nullable Verdict verdict) {
    Order signed = with(handling.signed(number, signature, verdict));
    Optional<Request> granted = signed.handling.request(number).filter(Request::granted);
    if (granted.isEmpty()) {
      return signed;
    }
    return signed
        .with(terms.granted(granted.get()))
        .in(granted.get().kind() == RequestKind.STOP_HANDLING ? OrderState.ACCEPTED : state);
  }

  Order phoned(String note) {
    return new Order(
        assignment,
        assignee,
        role,
        this.note,
        round,
        state,
        terms,
        delivery,
        problem,
        handling,
        briefing.phoned(note));
  }
}
