package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

/** What a node that has no trust yet knows of its parent: what the enrolment token says. */
public final class TokenPin {

  private final EnrolmentToken token;
  private final Clock clock;

  public TokenPin(EnrolmentToken token, Clock clock) {
    this.token = token;
    this.clock = clock;
  }

  /**
   * Checks that a chain ends at the token's root and is the token's parent's.
   *
   * @throws UntrustedException when it is anybody else's
   */
  public void checkParent(List<X509Certificate> chain) throws UntrustedException {
    requireParent(checkTree(chain).node());
  }

  /** Checks that an issued chain is {@code self}'s, directly below the token's parent. */
  public void checkIssued(NodeCode self, List<X509Certificate> chain) throws UntrustedException {
    CertificatePath path = checkTree(chain);
    if (path.nodes().size() < 2 || !path.node().equals(self)) {
      throw new UntrustedException(
          "certificate issued for %s: expected %s".formatted(path.nodes(), self));
    }
    requireParent(path.nodes().get(1));
  }

  private void requireParent(NodeCode node) throws UntrustedException {
    if (!node.equals(token.parent())) {
      throw new UntrustedException(
          "certificate of %s: expected the token's parent %s".formatted(node, token.parent()));
    }
  }

  private CertificatePath checkTree(List<X509Certificate> chain) throws UntrustedException {
    if (chain.isEmpty() || !token.isOfTree(chain.get(chain.size() - 1))) {
      throw new UntrustedException("certificate of another tree than the enrolment token's");
    }
    return CertificatePath.check(chain, chain.get(chain.size() - 1), clock.instant());
  }
}
