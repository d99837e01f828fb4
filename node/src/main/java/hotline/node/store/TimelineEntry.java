package hotline.node.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a ticket.
 *
 * @param node code of the node where it happened
 * @param position in that node's stream; null for this node's own
 * @param step which of the record's happenings, from 0
 * @param title in Chinese
 * @param actor user name, node code or {@code system}
 */
public record TimelineEntry(
    String ticketId,
    Instant at,
    String node,
    @Nullable Long position,
    int step,
    String type,
    String title,
    String actor,
    @Nullable String text) {}
