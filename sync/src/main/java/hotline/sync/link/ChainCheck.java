package hotline.sync.link;

import hotline.sync.trust.UntrustedException;
import java.security.cert.X509Certificate;
import java.util.List;

/** What a TLS peer's certificate chain has to satisfy. */
@FunctionalInterface
interface ChainCheck {

  /**
   * Returns when the chain, as the peer presented it, is trusted.
   *
   * @throws UntrustedException when it is not
   */
  void check(List<X509Certificate> chain) throws UntrustedException;
}
