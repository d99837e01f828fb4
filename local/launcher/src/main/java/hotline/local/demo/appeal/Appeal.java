package hotline.local.demo.appeal;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One appeal as it comes in at a node.
 *
 * @param node the code of the node that takes it in
 * @param region the administrative code of the place that it is about
 * @param classification as the person at the desk would enter it
 */
public record Appeal(
    ExternalId externalId,
    String node,
    String channel,
    Classification classification,
    String title,
    String content,
    String region,
    @Nullable String place,
    @Nullable OffsetDateTime occurredAt,
    Citizen requester) {

  /** The same appeal, coming in at another node. */
  public Appeal at(String otherNode) {
    return new Appeal(
        externalId,
        otherNode,
        channel,
        classification,
        title,
        content,
        region,
        place,
        occurredAt,
        requester);
  }

  /** Whether the same person brings the same thing again (ACC-10). */
  public boolean repeats(Appeal earlier) {
    return node.equals(earlier.node)
        && requester.equals(earlier.requester)
        && content.equals(earlier.content);
  }
}
