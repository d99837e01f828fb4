package hotline.node.ticket;

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
      return contact.note();
    }

    @Override
    public boolean fits(OrderState state) {
      return state.live();
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

  /** It wants more time. */
  record ExtensionRequested(Extension extension) implements Report {

    @Override
    public EventType type() {
      return EventType.EXTENSION_REQUESTED;
    }

    @Override
    public EventType heardAs() {
      return EventType.ORDER_EXTENSION_REQUESTED;
    }

    @Override
    public String text() {
      return "延长 " + extension.workingDays() + " 个工作日：" + extension.reason();
    }

    @Override
    public boolean fits(OrderState state) {
      return state == OrderState.SIGNED;
    }

    @Override
    public Handling in(Handling handling) {
      return handling.with(extension);
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
}
