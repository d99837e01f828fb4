package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a chain proves that a key signs for a node of this tree: issued by the node
 * itself, whose own chain runs to our root through the place where we know it. That place matters,
 * because every node can issue certificates: a city that certifies a neighbour city's name, or its
 * own parent's, proves nothing.
 */
final class SignerCheck {

  private final NodeIdentity identity;
  private final TreeStore tree;
  private final Clock clock;

  SignerCheck(NodeIdentity identity, TreeStore tree, Clock clock) {
    this.identity = identity;
    this.tree = tree;
    this.clock = clock;
  }

  /**
   * Checks the chain of a key that {@code origin} is said to sign with, and remembers where in the
   * tree the origin is.
   *
   * @param chain signing certificate first, root last
   */
  KnownSigner check(NodeCode origin, String keyId, List<X509Certificate> chain)
      throws UntrustedException {
    if (chain.size() < 2) {
      throw new UntrustedException("signing chain of " + chain.size() + ": expected 2 or more");
    }
    X509Certificate signing = chain.get(0);
    if (!Certificates.keyId(signing).equals(keyId)) {
      throw new UntrustedException("chain for another key than " + keyId);
    }
    NodeCode signer = Certificates.signerOf(signing);
    CertificatePath path =
        CertificatePath.check(chain.subList(1, chain.size()), identity.root(), clock.instant());
    if (!signer.equals(origin) || !path.node().equals(origin)) {
      throw new UntrustedException(
          "key of %s, certified by %s: expected one of %s".formatted(signer, path.node(), origin));
    }
    CertificatePath.validate(chain.subList(0, chain.size() - 1), identity.root(), clock.instant());
    Optional<NodeCode> through = place(path);
    tree.learn(path.nodes());
    return KnownSigner.of(origin, signing, through);
  }

  /** The child through which the origin is below us; empty for ourselves and those above us. */
  private Optional<NodeCode> place(CertificatePath path) throws UntrustedException {
    List<NodeCode> own = identity.path();
    int above = own.indexOf(path.node());
    if (above >= 0) {
      requireSameKeys(path.chain(), identity.chain().subList(above, own.size()));
      return Optional.empty();
    }
    int here = path.nodes().indexOf(identity.code());
    if (here < 1) {
      throw new UntrustedException(
          "%s, at %s, is neither above nor below %s"
              .formatted(path.node(), path.nodes(), identity.code()));
    }
    requireSameKeys(path.chain().subList(here, path.chain().size()), identity.chain());
    NodeCode child = path.nodes().get(here - 1);
    if (!tree.isChild(child, path.chain().get(here - 1).getPublicKey())) {
      throw new UntrustedException(child + " is not enrolled here with the key of that chain");
    }
    Optional<NodeCode> known = tree.childTowards(path.node());
    if (known.isPresent() && !known.get().equals(child)) {
      throw new UntrustedException(
          "%s is known below %s: expected no chain through %s"
              .formatted(path.node(), known.get(), child));
    }
    return Optional.of(child);
  }

  private static void requireSameKeys(List<X509Certificate> given, List<X509Certificate> expected)
      throws UntrustedException {
    boolean same = given.size() == expected.size();
    for (int i = 0; same && i < given.size(); i++) {
      same = Certificates.sameKey(given.get(i), expected.get(i));
    }
    if (!same) {
      List<NodeCode> names = new ArrayList<>();
      for (X509Certificate certificate : expected) {
        names.add(Certificates.nodeOf(certificate));
      }
      throw new UntrustedException("chain with other keys than those known for " + names);
    }
  }
}
