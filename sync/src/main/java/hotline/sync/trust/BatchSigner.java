package hotline.sync.trust;

/** Signs what this node states about its own streams (Ed25519). */
public interface BatchSigner {

  /** Which key signs: the SHA-256 of its certificate, in hex. */
  String keyId();

  byte[] sign(byte[] header);
}
