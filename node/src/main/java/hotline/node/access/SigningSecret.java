package hotline.node.access;

import hotline.node.NodeSettings;
import io.micronaut.context.annotation.Factory;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;

/** The key that session tokens are signed with: each node has its own. */
@Factory
final class SigningSecret {

  @Singleton
  @Named("generator")
  SignatureGeneratorConfiguration signature(NodeSettings settings) throws IOException {
    SecretSignatureConfiguration configuration = new SecretSignatureConfiguration("generator");
    configuration.setSecret(SecretFile.loadOrCreate(settings.getDataDir(), "session-secret"));
    configuration.setBase64(true);
    return new SecretSignature(configuration);
  }
}
