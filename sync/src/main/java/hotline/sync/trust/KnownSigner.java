package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * A signing key whose chain has been checked.
 *
 * @param through the child below which the node is; empty for this node and those above
 */
record KnownSigner(
    NodeCode node, Ed25519PublicKeyParameters key, Optional<NodeCode> through, Instant notAfter) {

  private static final int KEY_LENGTH = 32;

  static KnownSigner of(NodeCode node, X509Certificate signing, Optional<NodeCode> through)
      throws UntrustedException {
    String algorithm = signing.getPublicKey().getAlgorithm();
    if (!algorithm.equals("EdDSA") && !algorithm.equals("Ed25519")) {
      throw new UntrustedException("signing key of type " + algorithm + ": expected Ed25519");
    }
    // the encoded form of an Ed25519 public key ends in the 32 bytes of the key
    byte[] encoded = signing.getPublicKey().getEncoded();
    return new KnownSigner(
        node,
        new Ed25519PublicKeyParameters(
            Arrays.copyOfRange(encoded, encoded.length - KEY_LENGTH, encoded.length)),
        through,
        signing.getNotAfter().toInstant());
  }

  boolean hasSigned(byte[] message, byte[] signature) {
    Ed25519Signer verifier = new Ed25519Signer();
    verifier.init(false, key);
    verifier.update(message, 0, message.length);
    return verifier.verifySignature(signature);
  }
}
