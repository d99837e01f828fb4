package hotline.node.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a list shows; what is null or empty does not narrow it.
 *
 * @param ids only these
 * @param requesterKey only those of one person, whom the key does not name
 * @param node this node, whose units {@code unit} means
 * @param unit tickets that this unit of this node has had a part in
 * @param overdueAt only tickets still unanswered after their limit at this moment
 * @param from registered not before this
 * @param to registered before this
 * @param visible what the one who asks may see at all
 * @param dueBefore only tickets still unanswered whose limit ends before this moment and not before
 *     {@code dueAfter}
 * @param attention only those with an order that waits for somebody
 * @param slice what a figure was counted of
 */
public record TicketFilter(
    @Nullable String state,
    @Nullable String category,
    @Nullable String urgency,
    @Nullable String owner,
    @Nullable List<String> ids,
    @Nullable String requesterKey,
    String node,
    @Nullable String unit,
    @Nullable Instant overdueAt,
    @Nullable Instant from,
    @Nullable Instant to,
    Visibility visible,
    @Nullable Attention attention,
    TicketSlice slice,
    @Nullable Instant dueAfter,
    @Nullable Instant dueBefore) {

  private static final Set<String> OPEN =
      Set.of("REGISTERED", "ACCEPTED", "IN_HANDLING", "IN_REVIEW", "AWAITING_FOLLOW_UP");

  /**
   * Whether the database finds these at once: those of one person, and what is not finished, of
   * which there is never much. Among all tickets that there have ever been it may search for long.
   */
  public boolean few() {
    return ids != null
        || requesterKey != null
        || attention != null
        || dueBefore != null
        || !slice.indexed()
        || (state != null && OPEN.contains(state) && unit == null);
  }

  /** The same among these tickets only. */
  public TicketFilter only(List<String> ids) {
    return new TicketFilter(
        state,
        category,
        urgency,
        owner,
        ids,
        null,
        node,
        unit,
        overdueAt,
        from,
        to,
        visible,
        null,
        TicketSlice.none(slice.now()),
        null,
        null);
  }

  /** Whether this narrows nothing but the time. */
  public boolean everything() {
    return state == null
        && category == null
        && urgency == null
        && owner == null
        && slice.isNone()
        && unit == null
        && overdueAt == null
        && !few()
        && visible.all();
  }
}
