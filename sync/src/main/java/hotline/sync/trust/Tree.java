package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What this node knows of the tree of nodes. Safe for concurrent use; changes when a child is
 * enrolled.
 */
public interface Tree {

  NodeCode self();

  /** Empty at the top. */
  Optional<NodeCode> parent();

  /** The nodes above, the nearest first; empty at the top. Never changes. */
  List<NodeCode> ancestors();

  /** The enrolled children. */
  Set<NodeCode> children();

  /**
   * The child whose subtree holds {@code descendant} (itself, for a child); empty when none does.
   */
  Optional<NodeCode> childTowards(NodeCode descendant);
}
