package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** PKCS #10 requests: a node proves that it holds the key that it wants certified. */
final class SigningRequest {

  private static final int P256_BITS = 256;

  private SigningRequest() {}

  static byte[] create(NodeCode node, KeyPair keys) {
    try {
      return new JcaPKCS10CertificationRequestBuilder(
              CertificateAuthority.name(node), keys.getPublic())
          .build(
              new JcaContentSignerBuilder(CertificateAuthority.SIGNATURE).build(keys.getPrivate()))
          .getEncoded();
    } catch (OperatorCreationException | IOException e) {
      throw new IllegalStateException("a P-256 key can sign a request", e);
    }
  }

  /**
   * The public key of a request whose own signature holds. Only the key is taken from a request;
   * whom it is for is the parent's decision.
   *
   * @throws UntrustedException when it is not a request, not signed by its key, or not for P-256
   */
  static PublicKey checkedKey(byte[] request) throws UntrustedException {
    try {
      JcaPKCS10CertificationRequest parsed = new JcaPKCS10CertificationRequest(request);
      PublicKey key = parsed.getPublicKey();
      if (!(key instanceof ECPublicKey ec)
          || ec.getParams().getCurve().getField().getFieldSize() != P256_BITS) {
        throw new UntrustedException(
            "certificate request for a %s key: expected EC P-256".formatted(key.getAlgorithm()));
      }
      ContentVerifierProvider verifier = new JcaContentVerifierProviderBuilder().build(key);
      if (!parsed.isSignatureValid(verifier)) {
        throw new UntrustedException("certificate request not signed by its own key");
      }
      return key;
    } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
      throw new UntrustedException("not a certificate request: " + e.getMessage(), e);
    }
  }
}
