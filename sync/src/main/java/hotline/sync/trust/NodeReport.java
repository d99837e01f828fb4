package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a node from what nodes tell each other, besides their records.
 *
 * @param parent the node right above it
 * @param name in Chinese; cut to 100 characters
 * @param version empty while it has not said so: it is older than this question
 * @param connected whether the node above it gets through to it; of one that is told of by others,
 *     at {@code saidAt}
 * @param heardAt when the node above it last heard from it
 * @param saidBy the neighbour from whom this is known
 * @param saidAt when, by the clock of this node
 */
public record NodeReport(
    NodeCode node,
    NodeCode parent,
    String name,
    Optional<NodeVersion> version,
    boolean connected,
    Optional<Instant> heardAt,
    NodeCode saidBy,
    Instant saidAt) {

  private static final int LONGEST_NAME = 100;

  public NodeReport {
    name = name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }

  /** The same, as it stands at present. */
  public NodeReport withConnected(boolean now) {
    return new NodeReport(node, parent, name, version, now, heardAt, saidBy, saidAt);
  }
}
