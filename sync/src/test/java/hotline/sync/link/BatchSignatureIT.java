package hotline.sync.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.sync.NodeCode;
import hotline.sync.testing.TestNode;
import hotline.sync.trust.BatchVerifier;
import hotline.sync.trust.CertificateBatchVerifier;
import hotline.sync.trust.Certificates;
import hotline.sync.trust.Ed25519BatchSigner;
import hotline.sync.trust.Forgery;
import hotline.sync.trust.NodeIdentity;
import hotline.sync.trust.SigningCertificates;
import hotline.sync.trust.UntrustedException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchSignatureIT {

  private static final byte[] HEADER = "a header".getBytes(StandardCharsets.UTF_8);
  private static final NodeCode STRANGER = NodeCode.of("620900");

  @TempDir Path temp;
  private TestNode province;
  private TestNode city;
  private TestNode district;

  @BeforeEach
  void start() throws Exception {
    province = TestNode.root(temp, "620000").start();
    city = TestNode.below(province, temp, "621000").start();
    district = TestNode.below(city, temp, "621002").start();
  }

  @AfterEach
  void stop() {
    district.close();
    city.close();
    province.close();
  }

  private static void verify(TestNode at, TestNode origin) throws UntrustedException {
    Ed25519BatchSigner signer = origin.signer();
    at.link().verifier().verify(origin.code(), signer.keyId(), HEADER, signer.sign(HEADER));
  }

  /** A verifier at the province that would get {@code signer}'s chain from wherever it asks. */
  private BatchVerifier provinceAnswered(Ed25519BatchSigner signer) {
    SigningCertificates certificates =
        new SigningCertificates(
            province.identity(),
            province.signer(),
            province.link().tree(),
            province.schema().transactions(),
            (neighbour, node, keyId) ->
                Optional.of(signer.chain().stream().map(Certificates::encode).toList()),
            Clock.systemUTC());
    return new CertificateBatchVerifier(
        province.identity(), province.link().tree(), certificates, Clock.systemUTC());
  }

  private static void assertUntrusted(
      BatchVerifier verifier, NodeCode origin, Ed25519BatchSigner signer) {
    assertThatThrownBy(() -> verifier.verify(origin, signer.keyId(), HEADER, signer.sign(HEADER)))
        .isInstanceOf(UntrustedException.class);
  }

  @Test
  void everyTierVerifiesEveryOther() throws Exception {
    for (TestNode at : List.of(province, city, district)) {
      for (TestNode origin : List.of(province, city, district)) {
        verify(at, origin);
      }
    }
  }

  @Test
  void aVerifiedChainTeachesWhereItsNodeIs() throws Exception {
    assertThat(province.link().tree().childTowards(district.code())).isEmpty();

    verify(province, district);

    assertThat(province.link().tree().childTowards(district.code())).contains(city.code());
  }

  @Test
  void aKnownKeyNeedsNobodyAnyMoreNotEvenAfterARestart() throws Exception {
    verify(province, district);
    city.stop();
    verify(province, district);

    province.stop();

    verify(province, district);
  }

  @Test
  void anUnknownKeyOfAnUnreachableNodeIsWorthAnotherTry() {
    city.stop();

    assertThatThrownBy(() -> verify(province, district)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void anAlteredHeaderIsRefused() {
    Ed25519BatchSigner signer = district.signer();
    byte[] altered = HEADER.clone();
    altered[0] ^= 1;

    assertThatThrownBy(
            () ->
                province
                    .link()
                    .verifier()
                    .verify(district.code(), signer.keyId(), altered, signer.sign(HEADER)))
        .isInstanceOf(UntrustedException.class)
        .hasMessageContaining("not by the stated key");
  }

  @Test
  void aKeyOfAnotherNodeIsRefused() throws Exception {
    assertUntrusted(province.link().verifier(), district.code(), city.signer());
    verify(province, city);
    assertUntrusted(province.link().verifier(), district.code(), city.signer());
  }

  @Test
  void aKeyThatNobodyKnowsIsRefused() {
    assertUntrusted(
        province.link().verifier(), district.code(), Forgery.signer(district.identity()));
  }

  @Test
  void aChainOfAnotherTreeIsRefused() throws Exception {
    NodeIdentity other = Forgery.identity(Forgery.root(province.code()), city.code());
    Ed25519BatchSigner signer = Forgery.signer(other);

    assertUntrusted(provinceAnswered(signer), city.code(), signer);
  }

  @Test
  void aChildThatCertifiesItsSiblingsNameProvesNothing() throws Exception {
    try (TestNode sibling = TestNode.below(province, temp, STRANGER.value())) {
      Ed25519BatchSigner signer = Forgery.signer(Forgery.identity(city.identity(), sibling.code()));

      assertUntrusted(provinceAnswered(signer), sibling.code(), signer);
    }
  }

  @Test
  void aChildThatClaimsItsSiblingsDistrictProvesNothing() throws Exception {
    verify(province, district);
    try (TestNode sibling = TestNode.below(province, temp, STRANGER.value())) {
      Ed25519BatchSigner signer =
          Forgery.signer(Forgery.identity(sibling.identity(), district.code()));

      assertUntrusted(provinceAnswered(signer), district.code(), signer);
    }
  }

  @Test
  void whatComesThroughARevokedChildIsRefused() throws Exception {
    verify(province, district);

    province.link().tree().revoke(city.code());

    assertThatThrownBy(() -> verify(province, district))
        .isInstanceOf(UntrustedException.class)
        .hasMessageContaining("revoked");
  }
}
