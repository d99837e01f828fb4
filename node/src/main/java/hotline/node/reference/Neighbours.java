package hotline.node.reference;

import hotline.node.ticket.NodeRef;
import hotline.sync.NodeCode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The nodes right above and below, with their names. */
public interface Neighbours {

  /** Empty at the top. */
  Optional<NodeRef> parent();

  /** The enrolled children, in the order of their codes. */
  List<NodeRef> children();

  /** A child with all nodes below it that are known here; none when it is no child. */
  List<NodeCode> subtree(NodeCode child);

  /** The name of a node anywhere in the tree, as far as it is known here; its code otherwise. */
  String nameOf(NodeCode node);

  /** Name of the node's tier; null when it is not known here. */
  @Nullable String tierOf(NodeCode node);
}
