package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What a node of the tree could make with its own keys, if it wanted to deceive. */
public final class Forgery {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final CertificateAuthority AUTHORITY = new CertificateAuthority(CLOCK);

  private Forgery() {}

  /** An identity for {@code claimed}, issued by {@code issuer} behind everybody's back. */
  public static NodeIdentity identity(NodeIdentity issuer, NodeCode claimed)
      throws UntrustedException {
    KeyPair keys = keys("EC");
    List<X509Certificate> chain = new ArrayList<>();
    chain.add(AUTHORITY.forChild(issuer, claimed, keys.getPublic()));
    chain.addAll(issuer.chain());
    return NodeIdentity.of(keys.getPrivate(), chain, CLOCK.instant());
  }

  /** The top of another tree. */
  public static NodeIdentity root(NodeCode claimed) throws UntrustedException {
    KeyPair keys = keys("EC");
    return NodeIdentity.of(
        keys.getPrivate(), List.of(AUTHORITY.selfSigned(claimed, keys)), CLOCK.instant());
  }

  /** A signer with a new key, certified by {@code identity}. */
  public static Ed25519BatchSigner signer(NodeIdentity identity) {
    KeyPair keys = keys("Ed25519");
    return new Ed25519BatchSigner(
        identity, keys.getPrivate(), AUTHORITY.forSigning(identity, keys.getPublic()));
  }

  private static KeyPair keys(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        generator.initialize(256);
      }
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
