package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Issues certificates: a root's for itself, a parent's for its children, a node's for its batch
 * signing key.
 */
final class CertificateAuthority {

  static final String SIGNATURE = "SHA256withECDSA";

  private static final Duration ROOT_LIFE = Duration.ofDays(30 * 365);
  private static final Duration NODE_LIFE = Duration.ofDays(10 * 365);

  /** Clocks of two governments differ a little. */
  private static final Duration SKEW = Duration.ofMinutes(10);

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  CertificateAuthority(Clock clock) {
    this.clock = clock;
  }

  X509Certificate selfSigned(NodeCode node, KeyPair keys) {
    Instant end = clock.instant().plus(ROOT_LIFE);
    X500Name name = name(node);
    return sign(
        identity(builder(name, name, keys.getPublic(), end), keys.getPublic(), node),
        keys.getPrivate());
  }

  /** A certificate with which {@code child} can itself certify its children. */
  X509Certificate forChild(NodeIdentity issuer, NodeCode child, PublicKey key) {
    return sign(identity(below(issuer, name(child), key), key, child), issuer.key());
  }

  X509Certificate forSigning(NodeIdentity issuer, PublicKey key) {
    X500Name subject = new X500Name("CN=" + issuer.code() + " signing,O=hotline");
    JcaX509v3CertificateBuilder builder = below(issuer, subject, key);
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.subjectAlternativeName, false, uri(Certificates.signingUri(issuer.code())));
    } catch (CertIOException e) {
      throw new IllegalStateException("well-formed extensions", e);
    }
    return sign(builder, issuer.key());
  }

  private JcaX509v3CertificateBuilder below(NodeIdentity issuer, X500Name subject, PublicKey key) {
    Instant end = clock.instant().plus(NODE_LIFE);
    Instant issuerEnd = issuer.certificate().getNotAfter().toInstant();
    return builder(name(issuer.code()), subject, key, end.isBefore(issuerEnd) ? end : issuerEnd);
  }

  private JcaX509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, PublicKey key, Instant end) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(127, random).add(BigInteger.ONE),
        Date.from(clock.instant().minus(SKEW)),
        Date.from(end),
        subject,
        key);
  }

  private static JcaX509v3CertificateBuilder identity(
      JcaX509v3CertificateBuilder builder, PublicKey key, NodeCode node) {
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign));
      builder.addExtension(
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(
              new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth}));
      builder.addExtension(
          Extension.subjectAlternativeName, false, uri(Certificates.identityUri(node)));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
      return builder;
    } catch (CertIOException | GeneralSecurityException e) {
      throw new IllegalStateException("well-formed extensions", e);
    }
  }

  private static GeneralNames uri(String uri) {
    return new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri));
  }

  static X500Name name(NodeCode node) {
    return new X500Name("CN=" + node + ",O=hotline");
  }

  private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key) {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(key)));
    } catch (OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException("a P-256 key can sign", e);
    }
  }
}
