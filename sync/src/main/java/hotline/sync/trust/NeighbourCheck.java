package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

/**
 * Decides who is at the other end of a link: this node's parent, by the very key in this node's own
 * chain, or an enrolled child, by the very key that was enrolled. Nobody else is a neighbour: not a
 * sibling, not a grandchild, not a node to which a child has given a neighbour's name.
 */
public final class NeighbourCheck {

  private final NodeIdentity identity;
  private final TreeStore tree;
  private final Clock clock;

  public NeighbourCheck(NodeIdentity identity, TreeStore tree, Clock clock) {
    this.identity = identity;
    this.tree = tree;
    this.clock = clock;
  }

  /**
   * The neighbour that a chain (as the TLS peer presented it, root last) proves.
   *
   * @throws UntrustedException when it proves none
   */
  public NodeCode check(List<X509Certificate> chain) throws UntrustedException {
    CertificatePath path = CertificatePath.check(chain, identity.root(), clock.instant());
    NodeCode node = path.node();
    if (!isNeighbour(path.leaf())) {
      throw new UntrustedException(
          "%s, at %s, is neither the parent nor an enrolled child of %s"
              .formatted(node, path.nodes(), identity.code()));
    }
    return node;
  }

  /**
   * Whether the leaf of a chain that has been checked before still is a neighbour's. Cheap: no
   * signature is verified.
   */
  public boolean isNeighbour(X509Certificate leaf) {
    try {
      NodeCode node = Certificates.nodeOf(leaf);
      if (identity.parent().filter(node::equals).isPresent()) {
        return Certificates.sameKey(leaf, identity.chain().get(1));
      }
      return tree.isChild(node, leaf.getPublicKey());
    } catch (UntrustedException e) {
      return false;
    }
  }
}
