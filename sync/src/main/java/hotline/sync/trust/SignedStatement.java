package hotline.sync.trust;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A text with a node's signature and all that it takes to check it.
 *
 * @param text what is signed, byte for byte
 * @param keyId SHA-256 of the signing certificate, in hex
 * @param signature Ed25519
 * @param chain PEM: the signing certificate first, then its issuers up to the root
 */
public record SignedStatement(byte[] text, String keyId, byte[] signature, byte[] chain) {

  /** Signs a text with the node's signing key. */
  public static SignedStatement of(byte[] text, Ed25519BatchSigner signer) {
    return new SignedStatement(
        text,
        signer.keyId(),
        signer.sign(text),
        Pem.certificates(signer.chain()).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Checks the signature, and that the signing certificate leads to {@code root}, whether or not it
   * has ended since: a certificate of long ago stays what it was.
   *
   * @throws UntrustedException when it is not what the named node signed
   */
  public void verify(X509Certificate root) throws UntrustedException {
    List<X509Certificate> certificates = certificates();
    if (certificates.size() < 2) {
      throw new UntrustedException(
          "signing chain of " + certificates.size() + ": expected 2 or more");
    }
    X509Certificate signing = certificates.get(0);
    if (!Certificates.keyId(signing).equals(keyId)) {
      throw new UntrustedException("chain for another key than " + keyId);
    }
    for (int i = 0; i + 1 < certificates.size(); i++) {
      if (!Certificates.isSignedBy(certificates.get(i), certificates.get(i + 1).getPublicKey())) {
        throw new UntrustedException("certificate " + i + " of the chain is not by its issuer");
      }
    }
    if (!Certificates.sameKey(certificates.get(certificates.size() - 1), root)) {
      throw new UntrustedException("chain that ends at another root");
    }
    KnownSigner signer = KnownSigner.of(Certificates.signerOf(signing), signing, Optional.empty());
    if (!signer.hasSigned(text, signature)) {
      throw new UntrustedException("signature that is not by the stated key");
    }
  }

  private List<X509Certificate> certificates() throws UntrustedException {
    try {
      return Certificates.factory().generateCertificates(new ByteArrayInputStream(chain)).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException e) {
      throw new UntrustedException("no PEM certificates: " + e.getMessage(), e);
    }
  }
}
