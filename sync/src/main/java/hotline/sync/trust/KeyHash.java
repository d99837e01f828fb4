package hotline.sync.trust;

import java.security.PublicKey;
import java.util.HexFormat;

/** SHA-256 of a public key, in hex: by it a node is recognised when its certificate is renewed. */
record KeyHash(String hex) {

  static KeyHash of(PublicKey key) {
    return of(Certificates.sha256(key.getEncoded()));
  }

  static KeyHash of(byte[] hash) {
    return new KeyHash(HexFormat.of().formatHex(hash));
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
