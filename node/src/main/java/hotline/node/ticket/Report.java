package hotline.node.ticket;

import hotline.node.classification.RequestKind;
import org.jspecify.annotations.Nullable;

/**
 * What an assignee did, as it is told to the holder of its order. Adding one is adding a record
 * here, and its message to the schema.
 */
public sealed interface Report {

  /** As what it stands in the timeline of the one who did it. */
  EventType type();

  /** As what it stands in the timeline of the one who is told. */
  EventType heardAs();

  /** A sentence for timelines; may be empty. */
  default String text() {
    return "";
  }

  /** Whether an order in this state still takes it; otherwise it came too late. */
  boolean fits(OrderState state);

  /** Writes it into the course of the dispatch, which both ends keep. */
  Handling in(Handling handling);

  /** Where the one who did it stands afterwards. */
  default AssignmentState after(AssignmentState state) {
    return state;
  }

  /** Where the order stands afterwards. */
  default OrderState after(OrderState state) {
    return state;
  }

  /** It signed for the work, or counts as if it had. */
  record SignedFor(SignFor signFor) implements Report {

    @Override
    public EventType type() {
      return signFor.deemed() ? EventType.DEEMED_SIGNED_FOR : EventType.SIGNED_FOR;
    }

    @Override
    public EventType heardAs() {
      return EventType.ORDER_SIGNED_FOR;
    }

    @Override
    public boolean fits(OrderState state) {
      return state == OrderState.PLACED;
    }

    @Override
    public Handling in(Handling handling) {
      return handling.signedFor(signFor);
    }

    @Override
    public AssignmentState after(AssignmentState state) {
      return AssignmentState.IN_HANDLING;
    }

    @Override
    public OrderState after(OrderState state) {
      return OrderState.SIGNED;
    }
  }

  /** It spoke with the citizen. */
  record Contacted(Contact contact) implements Report {

    @Override
    public EventType type() {
      return EventType.REQUESTER_CONTACTED;
    }

    @Override
    public EventType heardAs() {
      return EventType.ORDER_CONTACTED;
    }

    @Override
    public String text() {
      return contact.text();
    }

    @Override
    public boolean fits(OrderState state) {
      return state.live() || state == OrderState.CONCLUDED;
    }

    @Override
    public Handling in(Handling handling) {
      return handling.with(contact);
    }
  }

  /** It wants to give the work back. */
  record ReturnRequested(ReturnRequest request) implements Report {

    @Override
    public EventType type() {
      return EventType.RETURN_REQUESTED;
    }

    @Override
    public EventType heardAs() {
      return EventType.ORDER_RETURN_REQUESTED;
    }

    @Override
    public String text() {
      return request.reason()
          + "；依据："
          + request.basis()
          + "；建议转送："
          + request.suggestion()
          + (request.late() ? "（超期退单）" : "");
    }

    @Override
    public boolean fits(OrderState state) {
      return state == OrderState.PLACED || state == OrderState.SIGNED;
    }

    @Override
    public Handling in(Handling handling) {
      return handling.with(request);
    }

    @Override
    public AssignmentState after(AssignmentState state) {
      return AssignmentState.RETURN_REQUESTED;
    }

    @Override
    public OrderState after(OrderState state) {
      return OrderState.RETURN_REQUESTED;
    }
  }

  /** It asks for something. */
  record RequestMade(Request request) implements Report {

    @Override
    public EventType type() {
      return request.kind() == RequestKind.EXTENSION
          ? EventType.EXTENSION_REQUESTED
          : EventType.REQUEST_MADE;
    }

    @Override
    public EventType heardAs() {
      return request.kind() == RequestKind.EXTENSION
          ? EventType.ORDER_EXTENSION_REQUESTED
          : EventType.ORDER_REQUEST_MADE;
    }

    @Override
    public String text() {
      return request.text();
    }

    @Override
    public boolean fits(OrderState state) {
      return state.live() || state == OrderState.CONCLUDED;
    }

    @Override
    public Handling in(Handling handling) {
      return handling.with(request);
    }
  }

  /** Somebody inside the unit has signed its request, or turned it down. */
  record RequestSigned(int number, Signature signature, @Nullable Verdict verdict)
      implements Report {

    @Override
    public EventType type() {
      return EventType.REQUEST_SIGNED;
    }

    @Override
    public EventType heardAs() {
      return EventType.ORDER_REQUEST_SIGNED;
    }

    @Override
    public String text() {
      return signature.text();
    }

    @Override
    public boolean fits(OrderState state) {
      return state.live() || state == OrderState.CONCLUDED;
    }

    @Override
    public Handling in(Handling handling) {
      return handling.signed(number, signature, verdict);
    }
  }

  /** It replied. */
  record Replied(Reply reply) implements Report {

    @Override
    public EventType type() {
      return EventType.REPLIED;
    }

    @Override
    public EventType heardAs() {
      return EventType.ORDER_REPLIED;
    }

    @Override
    public String text() {
      return (reply.resolved() ? "已解决。" : "未能解决。") + reply.content();
    }

    @Override
    public boolean fits(OrderState state) {
      return state == OrderState.SIGNED;
    }

    @Override
    public Handling in(Handling handling) {
      return handling.with(reply);
    }

    @Override
    public AssignmentState after(AssignmentState state) {
      return AssignmentState.REPLIED;
    }

    @Override
    public OrderState after(OrderState state) {
      return OrderState.ANSWERED;
    }
  }

  /** It says how it goes about what cannot be solved soon (RVS-18). */
  record Planned(Plan plan) implements Report {

    @Override
    public EventType type() {
      return EventType.PLAN_MADE;
    }

    @Override
    public EventType heardAs() {
      return EventType.ORDER_PLAN_MADE;
    }

    @Override
    public String text() {
      StringBuilder text = new StringBuilder(plan.explanation());
      for (Plan.Step step : plan.steps()) {
        text.append('；').append(step.day()).append(' ').append(step.what());
      }
      return text.toString();
    }

    @Override
    public boolean fits(OrderState state) {
      return state.live();
    }

    @Override
    public Handling in(Handling handling) {
      return handling.with(plan);
    }
  }

  /** It has reached a milestone of its plan. */
  record StepFinished(int number, Plan.Done done) implements Report {

    @Override
    public EventType type() {
      return EventType.PLAN_STEP_DONE;
    }

    @Override
    public EventType heardAs() {
      return EventType.ORDER_PLAN_STEP_DONE;
    }

    @Override
    public String text() {
      return "第" + number + "个节点：" + done.note();
    }

    @Override
    public boolean fits(OrderState state) {
      return state.live();
    }

    @Override
    public Handling in(Handling handling) {
      return handling.stepDone(number, done);
    }
  }
}
