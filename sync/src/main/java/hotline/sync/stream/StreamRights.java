package hotline.sync.stream;

import hotline.sync.NodeCode;
import hotline.sync.trust.Tree;
import java.util.Optional;

/**
 * What may travel between this node and a neighbour. It follows from their places in the tree, here
 * and nowhere else: a child brings what the nodes of its subtree own, the parent brings what the
 * nodes above broadcast, and either may ask for what it is to get.
 */
final class StreamRights {

  private final Tree tree;

  StreamRights(Tree tree) {
    this.tree = tree;
  }

  /** Whether {@code neighbour} may bring records of {@code stream}. */
  boolean mayBring(NodeCode neighbour, StreamId stream) {
    return goesUp(stream)
        ? tree.childTowards(stream.origin()).filter(neighbour::equals).isPresent()
        : mayBroadcast(neighbour, stream);
  }

  /**
   * Like {@link #mayBring}, before the signature has been looked at: an origin of which nobody has
   * heard yet may turn out to be below the child.
   */
  boolean mightBring(NodeCode neighbour, StreamId stream) {
    return goesUp(stream)
        ? tree.children().contains(neighbour)
            && tree.childTowards(stream.origin()).map(neighbour::equals).orElse(true)
        : mayBroadcast(neighbour, stream);
  }

  /** Whether {@code neighbour} may have records of {@code stream} from this node. */
  boolean mayHave(NodeCode neighbour, StreamId stream) {
    boolean own = stream.origin().equals(tree.self());
    if (goesUp(stream)) {
      return isParent(neighbour) && (own || tree.childTowards(stream.origin()).isPresent());
    }
    return isBroadcast(stream)
        && tree.children().contains(neighbour)
        && (own || tree.ancestors().contains(stream.origin()));
  }

  /** The neighbour that is nearer to the origin; empty for own streams and those nobody brings. */
  Optional<NodeCode> towards(StreamId stream) {
    if (goesUp(stream)) {
      return tree.childTowards(stream.origin());
    }
    return tree.parent().filter(parent -> mayBroadcast(parent, stream));
  }

  boolean isParent(NodeCode neighbour) {
    return tree.parent().filter(neighbour::equals).isPresent();
  }

  private boolean mayBroadcast(NodeCode neighbour, StreamId stream) {
    return isBroadcast(stream) && isParent(neighbour) && tree.ancestors().contains(stream.origin());
  }

  private static boolean goesUp(StreamId stream) {
    return stream.name().equals(StreamId.UPLINK);
  }

  private static boolean isBroadcast(StreamId stream) {
    return stream.name().equals(StreamId.BROADCAST);
  }
}
