package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A chain of identity certificates that has been checked against the root: it mirrors the path from
 * a node up the tree.
 *
 * @param chain the node's identity certificate first, the root's last
 * @param nodes the nodes that they name, in the same order, all different
 */
record CertificatePath(List<X509Certificate> chain, List<NodeCode> nodes) {

  private static final int LONGEST = 12;

  /**
   * Checks signatures, validity at {@code now}, CA flags and that the chain names a path of
   * different nodes to {@code root}.
   *
   * @throws UntrustedException when anything does not hold
   */
  static CertificatePath check(List<X509Certificate> chain, X509Certificate root, Instant now)
      throws UntrustedException {
    if (chain.isEmpty() || chain.size() > LONGEST) {
      throw new UntrustedException(
          "chain of %d certificates: expected 1 to %d".formatted(chain.size(), LONGEST));
    }
    if (!chain.get(chain.size() - 1).equals(root)) {
      throw new UntrustedException("chain ends at another root than this tree's");
    }
    List<NodeCode> nodes = new ArrayList<>();
    for (X509Certificate certificate : chain) {
      nodes.add(Certificates.nodeOf(certificate));
    }
    Set<NodeCode> distinct = new HashSet<>(nodes);
    if (distinct.size() != nodes.size()) {
      throw new UntrustedException("chain " + nodes + " names a node twice");
    }
    validate(chain.subList(0, chain.size() - 1), root, now);
    return new CertificatePath(List.copyOf(chain), List.copyOf(nodes));
  }

  /** PKIX validation of what lies below the root; the root itself must be valid as well. */
  static void validate(List<X509Certificate> belowRoot, X509Certificate root, Instant now)
      throws UntrustedException {
    try {
      root.checkValidity(Date.from(now));
      if (belowRoot.isEmpty()) {
        return;
      }
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(now));
      CertPathValidator.getInstance("PKIX")
          .validate(Certificates.factory().generateCertPath(belowRoot), parameters);
    } catch (GeneralSecurityException e) {
      throw new UntrustedException("certificate chain does not hold: " + e.getMessage(), e);
    }
  }

  NodeCode node() {
    return nodes.get(0);
  }

  X509Certificate leaf() {
    return chain.get(0);
  }
}
