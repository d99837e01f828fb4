package hotline.node.federation;

import hotline.node.NodeSettings;
import hotline.node.reference.Neighbours;
import hotline.node.reference.ReferenceData;
import hotline.node.store.NodeStore;
import hotline.node.store.NodeStore.KnownNode;
import hotline.node.ticket.NodeRef;
import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.Tx;
import hotline.sync.link.NodeLink;
import hotline.sync.trust.Child;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Names and tiers of the nodes of the tree, learned from enrolments and from records. */
@Singleton
public final class KnownNodes implements Neighbours {

  private final NodeLink link;
  private final ReferenceData reference;
  private final NodeStore store;
  private final Map<NodeCode, KnownNode> known = new ConcurrentHashMap<>();

  KnownNodes(
      NodeSettings settings,
      NodeLink link,
      ReferenceData reference,
      NodeStore store,
      Transactions transactions) {
    this.link = link;
    this.reference = reference;
    this.store = store;
    transactions.call(store::all).forEach(node -> known.put(node.code(), node));
    NodeCode self = NodeCode.of(settings.getCode());
    known.put(self, new KnownNode(self, settings.getName(), settings.getTier().name()));
  }

  @Override
  public Optional<NodeRef> parent() {
    return link.tree().parent().map(code -> new NodeRef(code, nameOf(code)));
  }

  @Override
  public List<NodeRef> children() {
    return link.tree().childDetails().stream()
        .filter(child -> !child.revoked())
        .map(child -> new NodeRef(child.code(), child.name()))
        .toList();
  }

  @Override
  public List<NodeCode> subtree(NodeCode child) {
    return known.keySet().stream()
        .filter(node -> link.tree().childTowards(node).filter(child::equals).isPresent())
        .sorted()
        .toList();
  }

  @Override
  public String nameOf(NodeCode node) {
    KnownNode entry = known.get(node);
    return entry != null ? entry.name() : regionName(node);
  }

  @Override
  public @Nullable String tierOf(NodeCode node) {
    KnownNode entry = known.get(node);
    return entry == null ? null : entry.tier();
  }

  /** Keeps a child's name and tier, as given at its enrolment. */
  public void enrolled(Tx tx, KnownNode child) {
    store.put(tx, child);
    tx.afterCommit(() -> known.put(child.code(), child));
  }

  /** Learns the name that a node gives itself in its records. */
  void heardOf(Tx tx, NodeRef node) {
    KnownNode entry = known.get(node.code());
    if (entry == null || !entry.name().equals(node.name())) {
      KnownNode learned =
          new KnownNode(node.code(), node.name(), entry == null ? null : entry.tier());
      store.put(tx, learned);
      tx.afterCommit(() -> known.put(node.code(), learned));
    }
  }

  /** The children with where they are; the revoked ones too. */
  public List<Child> childDetails() {
    return List.copyOf(link.tree().childDetails());
  }

  private String regionName(NodeCode node) {
    return reference.regionName(node.value().substring(0, Math.min(6, node.value().length())));
  }
}
