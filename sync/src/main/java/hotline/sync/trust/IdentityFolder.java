package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The folder that holds a node's keys and certificates: {@code identity.key} and {@code
 * identity.pem} (the chain), {@code signing.key} and {@code signing.pem}. Keys are PKCS #8 PEM that
 * only the owner may read; files are replaced atomically. Not for use by two threads at once.
 */
public final class IdentityFolder {

  private final Path folder;
  private final Clock clock;
  private final CertificateAuthority authority;

  public IdentityFolder(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    this.authority = new CertificateAuthority(clock);
  }

  /**
   * The identity kept here; empty before the node has enrolled (or, at the root, {@link
   * #createRoot}).
   *
   * @throws UntrustedException when the kept chain does not hold (any more), or belongs to another
   *     key
   */
  public Optional<NodeIdentity> load() throws UntrustedException {
    if (!Files.exists(chainFile())) {
      return Optional.empty();
    }
    KeyPair keys = identityKeys();
    List<X509Certificate> chain = Pem.readCertificates(chainFile());
    if (chain.isEmpty() || !chain.get(0).getPublicKey().equals(keys.getPublic())) {
      throw new UntrustedException(chainFile() + " is not for the key in " + identityKeyFile());
    }
    return Optional.of(NodeIdentity.of(keys.getPrivate(), chain, clock.instant()));
  }

  /**
   * The identity of the node at the top, which certifies itself: the kept one, or a new one.
   *
   * @throws UntrustedException when another node's identity is kept here
   */
  public NodeIdentity createRoot(NodeCode node) throws UntrustedException {
    Optional<NodeIdentity> kept = load();
    if (kept.isEmpty()) {
      KeyPair keys = identityKeys();
      return store(List.of(authority.selfSigned(node, keys)));
    }
    if (!kept.get().code().equals(node)) {
      throw new UntrustedException(
          "%s holds the identity of %s: expected %s".formatted(folder, kept.get().code(), node));
    }
    return kept.get();
  }

  /** A certificate request for {@code node}, by the key kept here (made when there is none). */
  public byte[] request(NodeCode node) {
    return SigningRequest.create(node, identityKeys());
  }

  /**
   * Keeps the chain that the parent has issued.
   *
   * @throws UntrustedException when it does not hold or is for another key
   */
  public NodeIdentity store(List<X509Certificate> chain) throws UntrustedException {
    KeyPair keys = identityKeys();
    NodeIdentity identity = NodeIdentity.of(keys.getPrivate(), chain, clock.instant());
    if (!identity.certificate().getPublicKey().equals(keys.getPublic())) {
      throw new UntrustedException("issued certificate is for another key than was requested");
    }
    Pem.writeCertificates(chainFile(), chain);
    return identity;
  }

  /** The signer with the key kept here; a new key when there is none or the identity is new. */
  public Ed25519BatchSigner signer(NodeIdentity identity) throws UntrustedException {
    Path keyFile = folder.resolve("signing.key");
    Path certificateFile = folder.resolve("signing.pem");
    if (Files.exists(keyFile) && Files.exists(certificateFile)) {
      X509Certificate certificate = Pem.readCertificates(certificateFile).get(0);
      if (certificate.getNotAfter().toInstant().isAfter(clock.instant())
          && Certificates.signerOf(certificate).equals(identity.code())
          && Certificates.isSignedBy(certificate, identity.certificate().getPublicKey())) {
        return new Ed25519BatchSigner(
            identity, Pem.readKeyPair(keyFile, "Ed25519").getPrivate(), certificate);
      }
    }
    KeyPair keys = generate("Ed25519");
    X509Certificate certificate = authority.forSigning(identity, keys.getPublic());
    Pem.writeKeyPair(keyFile, keys);
    Pem.writeCertificates(certificateFile, List.of(certificate));
    return new Ed25519BatchSigner(identity, keys.getPrivate(), certificate);
  }

  private KeyPair identityKeys() {
    Path file = identityKeyFile();
    if (Files.exists(file)) {
      return Pem.readKeyPair(file, "EC");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    KeyPair keys = generate("EC");
    Pem.writeKeyPair(file, keys);
    return keys;
  }

  private static KeyPair generate(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK 17 has " + algorithm, e);
    }
  }

  private Path identityKeyFile() {
    return folder.resolve("identity.key");
  }

  private Path chainFile() {
    return folder.resolve("identity.pem");
  }
}
