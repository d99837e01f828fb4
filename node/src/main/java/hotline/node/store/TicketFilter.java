package hotline.node.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets a list shows; what is null or empty does not narrow it.
 *
 * @param text part of the title, or a whole ticket id
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
    @Nullable String text,
    String node,
    @Nullable String unit,
    @Nullable Instant overdueAt,
    @Nullable Instant from,
    @Nullable Instant to,
    Visibility visible,
    @Nullable Attention attention,
    TicketSlice slice,
    @Nullable Instant dueAfter,
    @Nullable Instant dueBefore) {}
