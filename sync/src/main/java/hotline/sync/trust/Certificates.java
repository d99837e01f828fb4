package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reading certificates: whom they name, their bytes, their fingerprints. */
public final class Certificates {

  private static final int SAN_URI = 6;
  private static final Pattern IDENTITY =
      Pattern.compile("hotline://node/([0-9A-Z]{6,9})(/signing)?");

  private Certificates() {}

  static String identityUri(NodeCode node) {
    return "hotline://node/" + node;
  }

  static String signingUri(NodeCode node) {
    return identityUri(node) + "/signing";
  }

  /**
   * The node that an identity certificate names.
   *
   * @throws UntrustedException when it names none, more than one, or is a signing certificate
   */
  public static NodeCode nodeOf(X509Certificate identity) throws UntrustedException {
    return named(identity, false);
  }

  /** The node that a batch-signing certificate names. */
  static NodeCode signerOf(X509Certificate signing) throws UntrustedException {
    return named(signing, true);
  }

  private static NodeCode named(X509Certificate certificate, boolean signing)
      throws UntrustedException {
    String uri = onlyUri(certificate);
    Matcher matcher = IDENTITY.matcher(uri);
    if (!matcher.matches() || (matcher.group(2) != null) != signing) {
      throw new UntrustedException(
          "certificate for '%s': expected hotline://node/CODE%s"
              .formatted(uri, signing ? "/signing" : ""));
    }
    try {
      return NodeCode.of(matcher.group(1));
    } catch (IllegalArgumentException e) {
      throw new UntrustedException(e.getMessage(), e);
    }
  }

  private static String onlyUri(X509Certificate certificate) throws UntrustedException {
    List<String> uris = new ArrayList<>();
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names != null) {
        for (List<?> name : names) {
          if (name.get(0) instanceof Integer type && type == SAN_URI) {
            uris.add(String.valueOf(name.get(1)));
          }
        }
      }
    } catch (CertificateParsingException e) {
      throw new UntrustedException("certificate with unreadable alternative names", e);
    }
    if (uris.size() != 1) {
      throw new UntrustedException(
          "certificate of '%s' names %d URIs: expected exactly one"
              .formatted(certificate.getSubjectX500Principal(), uris.size()));
    }
    return uris.get(0);
  }

  /** The certificates in DER form. */
  public static List<byte[]> encode(List<X509Certificate> chain) {
    return chain.stream().map(Certificates::encode).toList();
  }

  /** The certificate in DER form. */
  public static byte[] encode(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a parsed certificate can be encoded", e);
    }
  }

  /**
   * Parses DER certificates.
   *
   * @throws UntrustedException when one is not a certificate
   */
  public static List<X509Certificate> decode(Collection<byte[]> chain) throws UntrustedException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (byte[] der : chain) {
      try {
        certificates.add(
            (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(der)));
      } catch (CertificateException e) {
        throw new UntrustedException("not a certificate: " + e.getMessage(), e);
      }
    }
    return List.copyOf(certificates);
  }

  static CertificateFactory factory() {
    try {
      return CertificateFactory.getInstance("X.509");
    } catch (CertificateException e) {
      throw new IllegalStateException("every JDK reads X.509", e);
    }
  }

  /** SHA-256 of the certificate. */
  public static byte[] fingerprint(X509Certificate certificate) {
    return sha256(encode(certificate));
  }

  /** The name of a signing key: its certificate's fingerprint in hex. */
  static String keyId(X509Certificate signing) {
    return HexFormat.of().formatHex(fingerprint(signing));
  }

  /** SHA-256 of the public key, by which a node is recognised when its certificate is renewed. */
  static byte[] keyHash(PublicKey key) {
    return sha256(key.getEncoded());
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static boolean sameKey(X509Certificate a, X509Certificate b) {
    return MessageDigest.isEqual(a.getPublicKey().getEncoded(), b.getPublicKey().getEncoded());
  }

  static boolean isSignedBy(X509Certificate certificate, PublicKey key) {
    try {
      certificate.verify(key);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** The element that follows {@code node} in a path, when it has one. */
  static Optional<NodeCode> after(List<NodeCode> path, NodeCode node) {
    int index = path.indexOf(node);
    return index < 0 || index + 1 == path.size()
        ? Optional.empty()
        : Optional.of(path.get(index + 1));
  }
}
