package hotline.node.ticket;

import hotline.node.classification.HandlingRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a co-handler says, as its lead is told: the lead joins all opinions into one reply (DSP-02).
 *
 * @param assignee its name
 * @param text its opinion, null while it has given none
 */
public record CoOpinion(AssignmentId assignment, String assignee, @Nullable String text) {

  public boolean given() {
    return text != null;
  }

  /** The opinions of all co-handlers that still count. */
  public static List<CoOpinion> of(Orders orders) {
    return orders.live().stream()
        .filter(order -> order.role() == HandlingRole.CO)
        .map(order -> new CoOpinion(order.assignment(), order.assignee().name(), text(order)))
        .toList();
  }

  private static @Nullable String text(Order order) {
    boolean given = order.state() == OrderState.ANSWERED || order.state() == OrderState.ACCEPTED;
    return given ? order.handling().lastReply().map(Reply::content).orElse(null) : null;
  }
}
