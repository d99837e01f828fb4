package hotline.sync.trust;

import hotline.sync.NodeCode;
import hotline.sync.Transactions;
import hotline.sync.jdbc.DatabaseException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The certificates by which the nodes of the tree sign: this node's own, those kept in the
 * database, and the others through the tree.
 */
public final class SigningCertificates {

  private final NodeIdentity identity;
  private final Ed25519BatchSigner own;
  private final Tree tree;
  private final Transactions transactions;
  private final RemoteCertificates remote;
  private final CertificateTable table = new CertificateTable();
  private final Clock clock;

  public SigningCertificates(
      NodeIdentity identity,
      Ed25519BatchSigner own,
      Tree tree,
      Transactions transactions,
      RemoteCertificates remote,
      Clock clock) {
    this.identity = identity;
    this.own = own;
    this.tree = tree;
    this.transactions = transactions;
    this.remote = remote;
    this.clock = clock;
  }

  /**
   * The chain of a node's signing key, DER, signing certificate first, the root last; empty when
   * nobody knows the key. The asker has to check it.
   *
   * @throws UncheckedIOException when a neighbour that may know could not be asked, and no other
   *     did
   */
  public Optional<List<byte[]>> find(NodeCode node, String keyId) {
    if (own.keyId().equals(keyId)) {
      return Optional.of(Certificates.encode(own.chain()));
    }
    Optional<List<byte[]>> kept = kept(keyId);
    return kept.isPresent() ? kept : ask(node, keyId);
  }

  private Optional<List<byte[]>> ask(NodeCode node, String keyId) {
    @Nullable UncheckedIOException failure = null;
    for (NodeCode neighbour : towards(node)) {
      try {
        Optional<List<byte[]>> found = remote.ask(neighbour, node, keyId);
        if (found.isPresent()) {
          return found;
        }
      } catch (UncheckedIOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return Optional.empty();
  }

  /** A node nobody has told us of is below one of our children, if anywhere. */
  private Set<NodeCode> towards(NodeCode node) {
    if (node.equals(identity.code())) {
      return Set.of();
    }
    if (identity.path().contains(node)) {
      return identity.parent().map(Set::of).orElse(Set.of());
    }
    return tree.childTowards(node).map(Set::of).orElseGet(tree::children);
  }

  private Optional<List<byte[]>> kept(String keyId) {
    try {
      return transactions.<Optional<List<byte[]>>, SQLException>call(tx -> table.find(tx, keyId));
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Keeps a chain that has been verified. */
  void keep(NodeCode origin, String keyId, List<byte[]> chain) {
    try {
      transactions.<SQLException>run(tx -> table.insert(tx, keyId, origin, chain, clock.instant()));
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
