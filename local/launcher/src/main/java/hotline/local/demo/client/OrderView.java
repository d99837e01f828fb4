package hotline.local.demo.client;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An order as its holder sees it. */
public record OrderView(
    String assignmentId,
    Assignee assignee,
    String role,
    String state,
    String delivery,
    @Nullable ReplyView reply,
    List<AssignmentView.ExtensionView> extensions,
    @Nullable List<AssignmentView.RequestView> requests,
    @Nullable List<UrgeView> urges) {

  private static final Set<String> LIVE =
      Set.of("PLACED", "SIGNED", "RETURN_REQUESTED", "ANSWERED", "ACCEPTED");

  /** To whom: {@code kind} is UNIT or NODE. */
  public record Assignee(String kind, String code, String name) {
    public boolean isNode() {
      return kind.equals("NODE");
    }
  }

  /** A reminder or a supervision. */
  public record UrgeView(String kind) {}

  /** Whether somebody has pressed for it. */
  public boolean urged() {
    return urges != null && !urges.isEmpty();
  }

  /** Whether it still counts. */
  public boolean live() {
    return LIVE.contains(state);
  }

  public boolean lead() {
    return role.equals("LEAD");
  }

  public boolean is(String otherState) {
    return state.equals(otherState);
  }

  /** Whether a request for more time is open. */
  public boolean extensionOpen() {
    return is("SIGNED") && extensions.stream().anyMatch(AssignmentView.ExtensionView::open);
  }

  /** What waits for the office to be put off. */
  public Optional<AssignmentView.RequestView> putOffOpen() {
    return requests == null
        ? Optional.empty()
        : AssignmentView.RequestView.putOff(requests)
            .filter(AssignmentView.RequestView::awaitsHolder);
  }

  /** The round of the reply that it holds, 0 while there is none. */
  public int repliedRound() {
    return reply == null ? 0 : reply.round();
  }
}
