package hotline.sync.stream;

import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.link.PeerChannels;
import hotline.sync.trust.BatchSigner;
import hotline.sync.trust.BatchVerifier;
import hotline.sync.trust.Tree;
import java.time.Clock;

/** What the parts of the engine share. */
record StreamContext(
    Tree tree,
    Transactions transactions,
    JournalStore journalStore,
    ReceivedStore receivedStore,
    SetAsideStore setAsideStore,
    PeerStreamStore peerStreamStore,
    ManifestStore manifestStore,
    BatchSigner signer,
    BatchVerifier verifier,
    PeerChannels channels,
    RecordApplier applier,
    LinkScope scope,
    String topicPrefix,
    Clock clock,
    Tuning tuning,
    Failpoints failpoints) {

  StreamRights rights() {
    return new StreamRights(tree);
  }

  /** Where a node publishes what it owns and passes on, for its parent alone. */
  String topicName(String stream, NodeCode child, NodeCode parent) {
    return topicPrefix + stream + "-" + child + "-" + parent;
  }

  /** Where this node publishes for a department. */
  String peerTopic(String stream) {
    return topicPrefix + stream + "-" + tree.self();
  }

  /** Where a node publishes what it broadcasts and passes on, for all its children. */
  String broadcastTopic(NodeCode publisher) {
    return topicPrefix + StreamId.BROADCAST + "-" + publisher;
  }
}
