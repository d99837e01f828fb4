package hotline.local.demo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An assignment as the node that carries it out sees it. */
public record AssignmentView(
    String id,
    String ticketId,
    Ref node,
    @Nullable Ref unit,
    Ref assigner,
    String role,
    int round,
    String state,
    List<ReplyView> replies,
    @Nullable ReturnView returnRequest,
    List<ExtensionView> extensions,
    @Nullable List<RequestView> requests,
    List<OrderView> orders,
    @Nullable TicketRow ticket,
    @Nullable TeamView team) {

  /** How it stands to others: whether a co-handler has said nothing yet (DSP-02). */
  public record TeamView(boolean opinionsMissing) {}

  /** A request to give the work back; without a decision while it is open. */
  public record ReturnView(@Nullable JsonNode decision) {}

  /**
   * Something else that the assignee asks for.
   *
   * @param nextAtUnit whose signature inside the unit comes next, null when none is missing
   */
  public record RequestView(
      int number,
      String kind,
      @Nullable String nextAtUnit,
      boolean awaitsHolder,
      @Nullable JsonNode decision) {
    static Optional<RequestView> putOff(List<RequestView> requests) {
      return requests.stream().filter(request -> request.kind.equals("ON_ACCOUNT")).findFirst();
    }
  }

  /** What it asked to be put off, whatever became of that. */
  public Optional<RequestView> putOff() {
    return requests == null ? Optional.empty() : RequestView.putOff(requests);
  }

  /** A request for more time; without a decision while it is open. */
  public record ExtensionView(@Nullable JsonNode decision) {
    boolean open() {
      return decision == null || decision.isNull();
    }
  }

  public boolean is(String otherState) {
    return state.equals(otherState);
  }

  /** Whether the node itself received it, rather than one of its units. */
  public boolean receivedByNode() {
    return unit == null;
  }

  /** A lead joins its co-handlers' opinions into one reply, so it waits for them. */
  public boolean waitsForOpinions() {
    return team != null && team.opinionsMissing();
  }

  public boolean awaitsExtension() {
    return extensions.stream().anyMatch(ExtensionView::open);
  }

  /** Whether the last reply was sent back by the reviewer. */
  public boolean sentBack() {
    ReplyView last = replies.isEmpty() ? null : replies.get(replies.size() - 1);
    return last != null && last.review() != null && !last.review().accepted();
  }
}
