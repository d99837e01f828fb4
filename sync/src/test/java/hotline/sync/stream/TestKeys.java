package hotline.sync.stream;

import hotline.sync.NodeCode;
import hotline.sync.trust.BatchSigner;
import hotline.sync.trust.BatchVerifier;
import hotline.sync.trust.UntrustedException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Real Ed25519 keys of all nodes, known to everybody without certificates. */
final class TestKeys implements BatchVerifier {

  private final Map<NodeCode, KeyPair> keys = new ConcurrentHashMap<>();

  BatchSigner signerOf(NodeCode node) {
    KeyPair pair = keyOf(node);
    return new BatchSigner() {
      @Override
      public String keyId() {
        return "key-of-" + node;
      }

      @Override
      public byte[] sign(byte[] header) {
        try {
          Signature signature = Signature.getInstance("Ed25519");
          signature.initSign(pair.getPrivate());
          signature.update(header);
          return signature.sign();
        } catch (GeneralSecurityException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  private KeyPair keyOf(NodeCode node) {
    return keys.computeIfAbsent(
        node,
        n -> {
          try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Override
  public void verify(NodeCode origin, String keyId, byte[] header, byte[] signature)
      throws UntrustedException {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(keyOf(origin).getPublic());
      check.update(header);
      if (!keyId.equals("key-of-" + origin) || !check.verify(signature)) {
        throw new UntrustedException("not signed by " + origin);
      }
    } catch (GeneralSecurityException e) {
      throw new UntrustedException("no signature", e);
    }
  }
}
