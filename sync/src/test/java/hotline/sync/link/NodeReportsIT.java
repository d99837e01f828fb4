package hotline.sync.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hotline.sync.NodeCode;
import hotline.sync.testing.TestNode;
import hotline.sync.trust.NodeReport;
import hotline.sync.trust.NodeReports;
import hotline.sync.trust.NodeVersion;
import hotline.v1.AnnounceRequest;
import hotline.v1.AnnounceResponse;
import hotline.v1.TreeServiceGrpc;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nodes tell each other of themselves, over real sockets. */
class NodeReportsIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path temp;
  private TestNode province;
  private TestNode city;

  @BeforeEach
  void start() throws Exception {
    province = TestNode.root(temp, "620000").start(new NodeVersion("2.1.0", 7));
    city = TestNode.below(province, temp, "621000");
  }

  @AfterEach
  void stop() {
    city.close();
    province.close();
  }

  @Test
  void aNodeKnowsWhatItsNeighboursAndAllBelowThemRun() throws Exception {
    city.start(new NodeVersion("2.0.9", 6));
    try (TestNode district =
        TestNode.below(city, temp, "621002").start(new NodeVersion("1.8.0", 5))) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                assertThat(version(province, city)).contains(new NodeVersion("2.0.9", 6));
                assertThat(version(city, province)).contains(new NodeVersion("2.1.0", 7));
                assertThat(version(district, city)).contains(new NodeVersion("2.0.9", 6));
                assertThat(version(province, district)).contains(new NodeVersion("1.8.0", 5));
              });
      NodeReport seen = report(province, district).orElseThrow();
      assertThat(seen.parent()).isEqualTo(city.code());
      assertThat(seen.name()).isEqualTo("节点621002");
      assertThat(seen.connected()).isTrue();
      assertThat(seen.heardAt()).isPresent();

      city.link().tree().revoke(district.code());

      await().atMost(SOON).untilAsserted(() -> assertThat(report(province, district)).isEmpty());
      await().atMost(SOON).until(() -> district.link().isRefusedByParent());
    }
  }

  /** Its announcement has neither version nor anybody below, and its answer no version. */
  @Test
  void anOlderPeerGoesOnWorkingAndHasNotSaidWhatItRuns() {
    AnnounceResponse answer =
        announce(AnnounceRequest.newBuilder().setAddress("127.0.0.1:4711").build());

    assertThat(answer.getVersion().getSoftware()).isEqualTo("2.1.0");
    assertThat(province.link().tree().addressOf(city.code())).contains("127.0.0.1:4711");
    NodeReport seen = report(province, city).orElseThrow();
    assertThat(seen.version()).isEmpty();
    assertThat(seen.heardAt()).isPresent();

    city.link().reports().heardOfParent(province.code(), Optional.empty());
    assertThat(report(city, province).orElseThrow().version()).isEmpty();
  }

  @Test
  void aChildIsBelievedAboutItsOwnSubtreeOnly() throws Exception {
    try (TestNode other = TestNode.below(province, temp, "620900")) {
      AnnounceRequest said =
          AnnounceRequest.newBuilder()
              .setAddress("127.0.0.1:4711")
              .addBelow(below("620900", "621000"))
              .addBelow(below("620000", "621000"))
              .addBelow(below("621000", "621000"))
              .addBelow(below("620902", "620900"))
              .addBelow(below("621002", "621000"))
              .build();

      announce(said);

      assertThat(province.link().reports().all().keySet())
          .containsExactlyInAnyOrder(city.code(), NodeCode.of("621002"));
      assertThat(report(province, other)).isEmpty();
    }
  }

  @Test
  void whatIsSaidReplacesWhatWasSaidBefore() {
    announce(
        AnnounceRequest.newBuilder()
            .setAddress("127.0.0.1:4711")
            .addBelow(below("621002", "621000"))
            .addBelow(below("621002A01", "621002"))
            .build());
    assertThat(province.link().reports().all()).hasSize(3);
    announce(
        AnnounceRequest.newBuilder()
            .setAddress("127.0.0.1:4711")
            .addBelow(below("621003", "621000"))
            .build());

    assertThat(province.link().reports().all().keySet())
        .containsExactlyInAnyOrder(city.code(), NodeCode.of("621003"));
  }

  @Test
  void malformedOrEndlessReportsAreRefused() {
    assertThatThrownBy(
            () ->
                announce(
                    AnnounceRequest.newBuilder()
                        .setAddress("127.0.0.1:4711")
                        .addBelow(below("nonsense", "621000"))
                        .build()))
        .hasMessageContaining("INVALID_ARGUMENT");
    List<hotline.v1.NodeReport> many =
        IntStream.rangeClosed(0, NodeReports.MOST)
            .mapToObj(number -> below("%06d".formatted(number), "621000"))
            .toList();
    assertThatThrownBy(
            () ->
                announce(
                    AnnounceRequest.newBuilder()
                        .setAddress("127.0.0.1:4711")
                        .addAllBelow(many)
                        .build()))
        .hasMessageContaining("expected at most 5000");
  }

  private AnnounceResponse announce(AnnounceRequest request) {
    return TreeServiceGrpc.newBlockingStub(city.link().channels().to(province.code()))
        .withDeadlineAfter(10, TimeUnit.SECONDS)
        .announce(request);
  }

  private static hotline.v1.NodeReport below(String node, String parent) {
    return hotline.v1.NodeReport.newBuilder()
        .setNode(node)
        .setParent(parent)
        .setName("节点" + node)
        .setConnected(true)
        .build();
  }

  private static Optional<NodeReport> report(TestNode at, TestNode about) {
    return Optional.ofNullable(at.link().reports().all().get(about.code()));
  }

  private static Optional<NodeVersion> version(TestNode at, TestNode about) {
    return report(at, about).flatMap(NodeReport::version);
  }
}
