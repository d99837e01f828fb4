package hotline.sync.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.sync.completeness.Certifier;
import hotline.sync.completeness.CompletenessCertificate;
import hotline.sync.testing.TestNode;
import hotline.sync.trust.SignedStatement;
import hotline.sync.trust.UntrustedException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates of a top node over the streams of two nodes below. */
class CertifierIT {

  @Test
  void whatIsCertifiedIsSignedChainedAndTrue(@TempDir Path folder) throws Exception {
    try (ToyNetwork network = new ToyNetwork().start();
        TestNode identity = TestNode.root(folder, "620000")) {
      Certifier certifier =
          new Certifier(
              network.top.code(),
              network.top.transactions(),
              network.top.engine(),
              identity.link()::sign,
              Clock.systemUTC());
      for (int i = 0; i < 20; i++) {
        network.leaf.work(i % 2);
        network.middle.work(i % 3);
      }
      network.awaitComplete();

      CompletenessCertificate first = certifier.certify();
      assertThat(first.complete()).isTrue();
      assertThat(first.text())
          .contains("621002/uplink", "621000/uplink", "已入库位置：20", "总结论：完整")
          .contains(
              HexFormat.of().formatHex(network.leaf.engine().status().produced().get(0).hash()));
      first.statement().verify(identity.link().root());

      network.top.schema().execute("DELETE FROM replica WHERE origin = '621002' AND position = 7");
      CompletenessCertificate second = certifier.certify();
      assertThat(second.complete()).isFalse();
      assertThat(second.text()).contains(first.hash(), "MISSING row/7", "总结论：未能证明完整");

      assertThat(certifier.page(0, 10))
          .extracting(CompletenessCertificate::id)
          .containsExactly(second.id(), first.id());
      assertThat(certifier.page(1, 10))
          .extracting(CompletenessCertificate::id)
          .containsExactly(first.id());
      assertThat(certifier.before(second.id(), 10))
          .extracting(CompletenessCertificate::id)
          .containsExactly(first.id());
      assertThat(certifier.count()).isEqualTo(2);
      CompletenessCertificate kept = certifier.find(first.id()).orElseThrow();
      assertThat(kept).usingRecursiveComparison().isEqualTo(first);
      kept.statement().verify(identity.link().root());
      assertForgeriesAreRefused(folder, identity, kept.statement());
    }
  }

  private static void assertForgeriesAreRefused(
      Path folder, TestNode identity, SignedStatement good) throws UntrustedException {
    byte[] altered = good.text().clone();
    altered[altered.length / 2] ^= 1;
    SignedStatement forged =
        new SignedStatement(altered, good.keyId(), good.signature(), good.chain());
    assertThatExceptionOfType(UntrustedException.class)
        .isThrownBy(() -> forged.verify(identity.link().root()))
        .withMessageContaining("signature");
    try (TestNode other = TestNode.root(folder.resolve("other"), "620000")) {
      assertThatExceptionOfType(UntrustedException.class)
          .isThrownBy(() -> good.verify(other.link().root()))
          .withMessageContaining("root");
    }
  }
}
