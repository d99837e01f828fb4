package hotline.sync.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.sync.NodeCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityFolderTest {

  private static final NodeCode PROVINCE = NodeCode.of("620000");
  private static final NodeCode CITY = NodeCode.of("621000");
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path temp;

  @Test
  void aRootIsMadeOnceAndKept() throws Exception {
    NodeIdentity made = new IdentityFolder(temp, CLOCK).createRoot(PROVINCE);
    NodeIdentity kept = new IdentityFolder(temp, CLOCK).createRoot(PROVINCE);

    assertThat(made.code()).isEqualTo(PROVINCE);
    assertThat(made.parent()).isEmpty();
    assertThat(kept.certificate()).isEqualTo(made.certificate());
    assertThat(kept.key()).isEqualTo(made.key());
  }

  @Test
  void keysAreReadableByTheirOwnerOnly() throws Exception {
    IdentityFolder folder = new IdentityFolder(temp, CLOCK);
    folder.signer(folder.createRoot(PROVINCE));

    for (String file : List.of("identity.key", "signing.key")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve(file))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void anotherNodesFolderIsRefused() throws Exception {
    new IdentityFolder(temp, CLOCK).createRoot(PROVINCE);

    assertThatThrownBy(() -> new IdentityFolder(temp, CLOCK).createRoot(CITY))
        .isInstanceOf(UntrustedException.class)
        .hasMessageContaining("620000")
        .hasMessageContaining("expected 621000");
  }

  @Test
  void anIssuedCertificateForAnotherKeyIsRefused() throws Exception {
    NodeIdentity root = new IdentityFolder(temp.resolve("root"), CLOCK).createRoot(PROVINCE);
    NodeIdentity other = Forgery.identity(root, CITY);
    IdentityFolder folder = new IdentityFolder(temp.resolve("city"), CLOCK);
    folder.request(CITY);

    assertThatThrownBy(() -> folder.store(other.chain()))
        .isInstanceOf(UntrustedException.class)
        .hasMessageContaining("another key");
    assertThat(folder.load()).isEmpty();
  }

  @Test
  void aRequestedCertificateMakesAnIdentityBelowItsIssuer() throws Exception {
    NodeIdentity root = new IdentityFolder(temp.resolve("root"), CLOCK).createRoot(PROVINCE);
    IdentityFolder folder = new IdentityFolder(temp.resolve("city"), CLOCK);
    PublicKey key = SigningRequest.checkedKey(folder.request(CITY));
    var chain = new ArrayList<>(List.of(new CertificateAuthority(CLOCK).forChild(root, CITY, key)));
    chain.addAll(root.chain());

    NodeIdentity stored = folder.store(chain);

    assertThat(stored.path()).containsExactly(CITY, PROVINCE);
    assertThat(stored.parent()).contains(PROVINCE);
    assertThat(folder.load().orElseThrow().certificate()).isEqualTo(stored.certificate());
  }

  @Test
  void theSigningKeyIsKeptAndMadeAnewForANewIdentity() throws Exception {
    IdentityFolder folder = new IdentityFolder(temp, CLOCK);
    NodeIdentity identity = folder.createRoot(PROVINCE);
    Ed25519BatchSigner first = folder.signer(identity);

    assertThat(folder.signer(identity).keyId()).isEqualTo(first.keyId());
    assertThat(folder.signer(identity).sign(new byte[] {1})).isEqualTo(first.sign(new byte[] {1}));
    assertThat(folder.signer(Forgery.root(PROVINCE)).keyId()).isNotEqualTo(first.keyId());
  }
}
