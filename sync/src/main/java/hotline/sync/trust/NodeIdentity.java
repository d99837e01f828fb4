package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who this node is: its private key and the certificates that say so, up to the root of its tree.
 * The chain mirrors the node's place: its own certificate, its parent's, its grandparent's …
 */
public final class NodeIdentity {

  private final PrivateKey key;
  private final CertificatePath path;

  private NodeIdentity(PrivateKey key, CertificatePath path) {
    this.key = key;
    this.path = path;
  }

  /**
   * @param chain the node's own certificate first, the root's last
   * @throws UntrustedException when the chain does not hold at {@code now}
   */
  public static NodeIdentity of(PrivateKey key, List<X509Certificate> chain, Instant now)
      throws UntrustedException {
    if (chain.isEmpty()) {
      throw new UntrustedException("an identity needs its certificate chain: none given");
    }
    return new NodeIdentity(key, CertificatePath.check(chain, chain.get(chain.size() - 1), now));
  }

  public NodeCode code() {
    return path.node();
  }

  public PrivateKey key() {
    return key;
  }

  /** Own certificate first, root last. */
  public List<X509Certificate> chain() {
    return path.chain();
  }

  public X509Certificate certificate() {
    return path.leaf();
  }

  public X509Certificate root() {
    return path.chain().get(path.chain().size() - 1);
  }

  /** This node and the nodes above it, up to the root. */
  public List<NodeCode> path() {
    return path.nodes();
  }

  /** Empty at the root. */
  public Optional<NodeCode> parent() {
    return Certificates.after(path.nodes(), code());
  }
}
