package hotline.node.broadcast;

import hotline.sync.NodeCode;
import hotline.sync.Tx;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reference documents of this node and of those above it (design section 4). What a node
 * publishes holds at once for itself and travels to every node below; what the nodes above
 * published is a read-only copy.
 */
public interface Broadcasts {

  /** Who has published a document, as seen from this node. */
  enum Whose {
    OWN,
    ABOVE
  }

  /**
   * Publishes a document of this node in the caller's transaction, as the next version of its kind
   * and key. Publishing again what is the newest version already changes nothing.
   *
   * @return the version that now holds
   * @throws hotline.node.error.RefusedException {@code INVALID_INPUT} when kind, key or content are
   *     malformed or too long; {@code STALE_VERSION} when somebody else publishes it at this moment
   */
  BroadcastDocument publish(Tx tx, String kind, String key, String content);

  /**
   * Withdraws a document of this node in the caller's transaction: the next version, without
   * content.
   *
   * @throws hotline.node.error.RefusedException {@code NOT_FOUND} when this node has not published
   *     it, {@code STATE_FORBIDS} when it is withdrawn already, {@code STALE_VERSION} as above
   */
  BroadcastDocument withdraw(Tx tx, String kind, String key);

  /** The newest version of a document that is known here, a withdrawn one too. */
  Optional<BroadcastDocument> newest(Tx tx, NodeCode publisher, String kind, String key);

  /**
   * The newest versions of all documents of a kind that hold here, without withdrawn ones: this
   * node's own first, then its parent's, its grandparent's …; those of one publisher by key.
   */
  List<BroadcastDocument> inherited(Tx tx, String kind);

  /**
   * A page of the newest versions of the documents that are known here, withdrawn ones too; same
   * order, those of one publisher by kind and key.
   *
   * @param kind null for all
   */
  List<BroadcastHead> page(Tx tx, Set<Whose> whose, @Nullable String kind, int offset, int limit);

  /** How many there are on all pages. */
  long count(Tx tx, Set<Whose> whose, @Nullable String kind);

  /** The kinds of all documents that are known here. */
  List<String> kinds(Tx tx);

  /**
   * Has {@code listener} told of the newest version of every document, those that are there already
   * included, in every process of this node.
   */
  void listen(BroadcastListener listener);
}
