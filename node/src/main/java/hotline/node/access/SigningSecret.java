package hotline.node.access;

import hotline.node.NodeSettings;
import io.micronaut.context.annotation.Factory;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;

/**
 * The key that session tokens are signed with: made at a node's first start, kept in its data
 * folder, read by its user only.
 */
@Factory
final class SigningSecret {

  private static final int BYTES = 48;

  @Singleton
  @Named("generator")
  SignatureGeneratorConfiguration signature(NodeSettings settings) throws IOException {
    SecretSignatureConfiguration configuration = new SecretSignatureConfiguration("generator");
    configuration.setSecret(loadOrCreate(settings.getDataDir()));
    configuration.setBase64(true);
    return new SecretSignature(configuration);
  }

  static String loadOrCreate(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("session-secret");
    if (Files.notExists(file)) {
      byte[] secret = new byte[BYTES];
      new SecureRandom().nextBytes(secret);
      create(file, Base64.getEncoder().encode(secret));
    }
    return Files.readString(file).strip();
  }

  private static void create(Path file, byte[] content) throws IOException {
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel =
        Files.newByteChannel(
            file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
      channel.write(java.nio.ByteBuffer.wrap(content));
    } catch (FileAlreadyExistsException raced) {
      // another process of this node was first; its secret holds
    }
  }
}
