package hotline.node.store;

import hotline.node.classification.Approver;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which of a node's assignments a list shows.
 *
 * @param node the node that carries them out
 * @param unit of this unit; empty for those that the node itself received; null for all
 * @param visible what of their tickets the one who asks may see
 * @param toSign only those with a request that waits for this signature inside the unit
 * @param overdueAt only those not replied to after their limit at this moment
 * @param dueAfter with {@code dueBefore}: only those not replied to whose limit ends in between
 * @param attention only those at which something waits
 * @param ticket of which tickets; null for all
 */
public record AssignmentFilter(
    String node,
    @Nullable String state,
    @Nullable String unit,
    Visibility visible,
    @Nullable Instant overdueAt,
    @Nullable Approver toSign,
    @Nullable Instant dueAfter,
    @Nullable Instant dueBefore,
    @Nullable Attention attention,
    OfTicket ticket) {

  /** What of the ticket narrows a list of its assignments; null where it does not. */
  public record OfTicket(
      @Nullable String text,
      @Nullable String region,
      @Nullable String category,
      @Nullable String urgency) {

    public static final OfTicket ANY = new OfTicket(null, null, null, null);
  }
}
