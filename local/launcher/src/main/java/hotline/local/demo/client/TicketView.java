package hotline.local.demo.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket with all that is known of it at the node. */
public record TicketView(
    String id,
    String title,
    String content,
    String category,
    String urgency,
    String state,
    Ref region,
    Ref owner,
    boolean mine,
    RequesterView requester,
    @Nullable RefusalView refusal,
    List<OrderView> orders,
    List<AssignmentView> assignments,
    List<FollowUpView> followUps) {

  /** The requester, masked. */
  public record RequesterView(@Nullable String phone) {}

  /** Why it was not accepted. */
  public record RefusalView(String ground) {}

  /** One rating. */
  public record FollowUpView(String satisfaction) {
    boolean passes() {
      return !satisfaction.endsWith("DISSATISFIED");
    }
  }

  public boolean is(String otherState) {
    return state.equals(otherState);
  }

  /** Whether the last rating did not pass. */
  public boolean dissatisfied() {
    return !followUps.isEmpty() && !followUps.get(followUps.size() - 1).passes();
  }
}
