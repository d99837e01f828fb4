package hotline.sync.trust;

import hotline.sync.NodeCode;

/** Checks what other nodes have signed. */
public interface BatchVerifier {

  /**
   * Returns when {@code signature} is the origin's over {@code header} by a key whose certificate
   * chain runs from the root through the origin's place in the tree. Certificates are cached; an
   * unknown one is fetched through the tree.
   *
   * @throws UntrustedException when the signature or the chain is wrong
   * @throws java.io.UncheckedIOException when the certificate could not be fetched now: try again
   *     later
   */
  void verify(NodeCode origin, String keyId, byte[] header, byte[] signature)
      throws UntrustedException;
}
