package hotline.sync.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PEM files, replaced atomically and readable only by their owner. */
final class Pem {

  private static final String PRIVATE_KEY = "PRIVATE KEY";
  private static final String PUBLIC_KEY = "PUBLIC KEY";

  private Pem() {}

  static void writeCertificates(Path file, List<X509Certificate> chain) {
    write(file, certificates(chain));
  }

  static String certificates(List<X509Certificate> chain) {
    StringBuilder text = new StringBuilder();
    Certificates.encode(chain).forEach(der -> append(text, "CERTIFICATE", der));
    return text.toString();
  }

  /**
   * @throws UntrustedException when the file holds something else
   */
  static List<X509Certificate> readCertificates(Path file) throws UntrustedException {
    try {
      return Certificates.factory()
          .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException e) {
      throw new UntrustedException(file + " holds no PEM certificates: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The public key goes along, so that it need not be computed from the private one. */
  static void writeKeyPair(Path file, KeyPair keys) {
    StringBuilder text = new StringBuilder();
    append(text, PRIVATE_KEY, keys.getPrivate().getEncoded());
    append(text, PUBLIC_KEY, keys.getPublic().getEncoded());
    write(file, text.toString());
  }

  static KeyPair readKeyPair(Path file, String algorithm) {
    try {
      String text = Files.readString(file);
      KeyFactory factory = KeyFactory.getInstance(algorithm);
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(block(file, text, PUBLIC_KEY))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(block(file, text, PRIVATE_KEY))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(file + " holds no PKCS #8 " + algorithm + " key", e);
    }
  }

  private static byte[] block(Path file, String text, String label) {
    Matcher matcher =
        Pattern.compile("-----BEGIN %1$s-----([^-]+)-----END %1$s-----".formatted(label))
            .matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException(file + ": expected a PEM block '" + label + "'");
    }
    return Base64.getMimeDecoder().decode(matcher.group(1));
  }

  private static void append(StringBuilder text, String label, byte[] der) {
    Base64.Encoder encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
    text.append("-----BEGIN ").append(label).append("-----\n");
    text.append(encoder.encodeToString(der)).append('\n');
    text.append("-----END ").append(label).append("-----\n");
  }

  private static void write(Path file, String text) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(
          fresh,
          text.getBytes(StandardCharsets.US_ASCII),
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
      try {
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
