package hotline.sync.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.sync.NodeCode;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CertificatePathTest {

  private static final NodeCode PROVINCE = NodeCode.of("620000");
  private static final NodeCode CITY = NodeCode.of("621000");
  private static final NodeCode DISTRICT = NodeCode.of("621002");
  private static final NodeCode SUB_CENTER = NodeCode.of("621000F01");

  private final Instant now = Instant.now();
  private NodeIdentity province;
  private NodeIdentity city;
  private NodeIdentity district;

  @BeforeEach
  void makeTree() throws UntrustedException {
    province = Forgery.root(PROVINCE);
    city = Forgery.identity(province, CITY);
    district = Forgery.identity(city, DISTRICT);
  }

  @Test
  void aChainMirrorsThePathToTheRoot() throws Exception {
    assertThat(CertificatePath.check(district.chain(), province.root(), now).nodes())
        .containsExactly(DISTRICT, CITY, PROVINCE);
    assertThat(Forgery.identity(city, SUB_CENTER).code()).isEqualTo(SUB_CENTER);
  }

  @Test
  void aChainToAnotherRootIsRefused() throws Exception {
    NodeIdentity other = Forgery.root(PROVINCE);

    assertThatThrownBy(() -> CertificatePath.check(district.chain(), other.root(), now))
        .isInstanceOf(UntrustedException.class)
        .hasMessageContaining("another root");
  }

  @Test
  void aChainOverAnotherTreesIssuerIsRefused() throws Exception {
    NodeIdentity otherCity = Forgery.identity(Forgery.root(PROVINCE), CITY);
    NodeIdentity stranger = Forgery.identity(otherCity, DISTRICT);
    List<X509Certificate> mixed = new ArrayList<>(stranger.chain().subList(0, 2));
    mixed.add(province.root());

    assertThatThrownBy(() -> CertificatePath.check(mixed, province.root(), now))
        .isInstanceOf(UntrustedException.class);
  }

  @Test
  void aNodeThatCertifiesAnAncestorsNameIsRefused() {
    assertThatThrownBy(() -> Forgery.identity(district, PROVINCE))
        .isInstanceOf(UntrustedException.class)
        .hasMessageContaining("twice");
  }

  @Test
  void anExpiredChainIsRefused() {
    assertThatThrownBy(
            () ->
                CertificatePath.check(
                    district.chain(), province.root(), now.plus(Duration.ofDays(11 * 365))))
        .isInstanceOf(UntrustedException.class);
  }

  @Test
  void aSigningCertificateIsNoIdentity() {
    X509Certificate signing = Forgery.signer(city).chain().get(0);

    assertThatThrownBy(() -> Certificates.nodeOf(signing))
        .isInstanceOf(UntrustedException.class)
        .hasMessageContaining("/signing");
  }

  @Test
  void aSigningKeyCannotIssueIdentities() throws Exception {
    Ed25519BatchSigner signer = Forgery.signer(city);
    List<X509Certificate> chain = new ArrayList<>();
    chain.add(district.certificate());
    chain.addAll(signer.chain());

    assertThatThrownBy(() -> CertificatePath.check(chain, province.root(), now))
        .isInstanceOf(UntrustedException.class);
  }
}
