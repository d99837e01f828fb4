package hotline.node.ticket;

import hotline.node.classification.Category;
import hotline.node.classification.Channel;
import hotline.node.classification.Matter;
import hotline.node.classification.Region;
import hotline.node.classification.Urgency;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for (INT-09), without saying who.
 *
 * @param enterprise whether it came from an enterprise (INT-12)
 * @param place where it happened, more exactly than the region
 * @param occurredAt when it happened, null when not told
 */
public record Appeal(
    Channel channel,
    Category category,
    Urgency urgency,
    boolean enterprise,
    @Nullable Matter matter,
    String title,
    String content,
    @Nullable Region region,
    @Nullable String place,
    @Nullable Instant occurredAt,
    List<Alias> aliases) {

  public Appeal {
    aliases = List.copyOf(aliases);
    occurredAt = Times.micros(occurredAt);
  }
}
