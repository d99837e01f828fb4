package hotline.sync.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import hotline.sync.NodeCode;
import hotline.sync.testing.TestNode;
import hotline.sync.trust.Address;
import hotline.sync.trust.Forgery;
import hotline.sync.trust.NodeIdentity;
import hotline.sync.trust.NodeVersion;
import hotline.v1.AnnounceRequest;
import hotline.v1.GetSigningCertificateRequest;
import hotline.v1.TreeServiceGrpc;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerAuthenticationIT {

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

  private static void ask(Channel channel, TestNode about) {
    TreeServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(10, TimeUnit.SECONDS)
        .getSigningCertificate(
            GetSigningCertificateRequest.newBuilder()
                .setNode(about.code().value())
                .setKeyId(about.signer().keyId())
                .build());
  }

  private static void askAs(@Nullable NodeIdentity identity, TestNode server) {
    ManagedChannel channel =
        TlsChannels.open(
            server.address(),
            identity == null ? null : new IdentityKeyManager(identity),
            chain -> {});
    try {
      ask(channel, server);
    } finally {
      channel.shutdownNow();
    }
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e ->
                assertThat(e.getStatus().getCode())
                    .isIn(
                        Status.Code.UNAUTHENTICATED,
                        Status.Code.PERMISSION_DENIED,
                        // the handshake failed
                        Status.Code.UNAVAILABLE));
  }

  @Test
  void neighboursReachEachOtherInBothDirections() {
    ask(city.link().channels().to(province.code()), province);
    ask(province.link().channels().to(city.code()), city);
    askAs(city.identity(), province);
  }

  @Test
  void aCallerWithoutACertificateIsRefused() {
    assertThatThrownBy(() -> askAs(null, province))
        .hasMessageContaining("UNAUTHENTICATED: no client certificate");
  }

  @Test
  void aCertificateOfAnotherTreeIsRefused() throws Exception {
    NodeIdentity stranger = Forgery.identity(Forgery.root(province.code()), city.code());

    assertRefused(() -> askAs(stranger, province));
  }

  @Test
  void aChildPosingAsAnotherNodeIsRefused() throws Exception {
    NodeIdentity posing = Forgery.identity(city.identity(), NodeCode.of("620900"));

    assertRefused(() -> askAs(posing, province));
  }

  @Test
  void aGrandchildCallingItsGrandparentIsRefused() {
    assertRefused(() -> askAs(district.identity(), province));
  }

  @Test
  void aGrandparentCallingItsGrandchildIsRefused() {
    assertRefused(() -> askAs(province.identity(), district));
    assertThatThrownBy(() -> province.link().channels().to(district.code()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("neither the parent nor a child");
  }

  @Test
  void aRevokedChildIsRefusedOnConnectionsThatItHasOpen() {
    Channel open = city.link().channels().to(province.code());
    ask(open, province);

    province.link().tree().revoke(city.code());

    assertRefused(() -> ask(open, province));
    assertRefused(() -> askAs(city.identity(), province));
    assertThatThrownBy(() -> province.link().channels().to(city.code()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNodeThatAnswersAtAnothersAddressIsNotTalkedTo() throws Exception {
    try (TestNode other = TestNode.below(province, temp, "620900").start()) {
      province.link().tree().announce(city.code(), other.address().toString());

      assertRefused(() -> ask(province.link().channels().to(city.code()), city));
    }
  }

  @Test
  void aChildThatHasMovedIsReachedAtItsNewAddress() throws Exception {
    ask(province.link().channels().to(city.code()), city);
    Address moved = TestNode.freeAddress();
    try (NodeLink again =
        new NodeLink(
            city.identity(),
            city.signer(),
            new LinkConfig(moved, moved, Optional.of(province.address())),
            city.schema().transactions(),
            Clock.systemUTC())) {
      city.stop();
      again.start(List.of(), NodeVersion.running("test"), Set::of);

      await()
          .untilAsserted(
              () ->
                  assertThat(province.link().tree().addressOf(city.code()))
                      .contains(moved.toString()));
      ask(province.link().channels().to(city.code()), city);
    }
  }

  @Test
  void aParentCannotAnnounceItselfToItsChild() {
    assertThatThrownBy(
            () ->
                TreeServiceGrpc.newBlockingStub(province.link().channels().to(city.code()))
                    .withDeadlineAfter(10, TimeUnit.SECONDS)
                    .announce(AnnounceRequest.newBuilder().setAddress("127.0.0.1:1").build()))
        .hasMessageContaining("expected a child");
  }
}
