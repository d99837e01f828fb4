package hotline.sync.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotline.sync.NodeCode;
import hotline.sync.testing.MutableClock;
import hotline.sync.testing.TestNode;
import hotline.sync.trust.EnrolmentDesk;
import hotline.sync.trust.EnrolmentRefusedException;
import hotline.sync.trust.IdentityFolder;
import hotline.sync.trust.NodeIdentity;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolmentIT {

  private static final NodeCode CITY = NodeCode.of("621000");
  private static final NodeCode OTHER_CITY = NodeCode.of("620900");
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path temp;
  private TestNode province;

  @BeforeEach
  void start() throws Exception {
    province = TestNode.root(temp, "620000").start();
  }

  @AfterEach
  void stop() {
    province.close();
  }

  private NodeIdentity enrol(String token, NodeCode self, String folder)
      throws EnrolmentRefusedException {
    return new Enrolment(
            new IdentityFolder(temp.resolve(folder), Clock.systemUTC()), Clock.systemUTC())
        .enrol(token, self, "某市", province.address(), TestNode.freeAddress());
  }

  private String token(NodeCode child) {
    return province.link().desk().createToken(child, "庆阳市", HOUR).print();
  }

  @Test
  void aGoodTokenMakesTheNodeAChild() throws Exception {
    NodeIdentity city = enrol(token(CITY), CITY, "a");

    assertThat(city.path()).containsExactly(CITY, province.code());
    assertThat(province.link().tree().children()).containsExactly(CITY);
    assertThat(province.link().tree().childDetails())
        .singleElement()
        .satisfies(child -> assertThat(child.name()).isEqualTo("庆阳市"));
  }

  @Test
  void aTokenIsGoodForOneKeyOnly() throws Exception {
    String token = token(CITY);
    enrol(token, CITY, "a");

    assertThatThrownBy(() -> enrol(token, CITY, "b"))
        .isInstanceOf(EnrolmentRefusedException.class)
        .hasMessageContaining("already used");
  }

  @Test
  void aRepeatWithTheSameKeyGetsTheSameCertificate() throws Exception {
    String token = token(CITY);
    NodeIdentity first = enrol(token, CITY, "a");

    assertThat(enrol(token, CITY, "a").certificate()).isEqualTo(first.certificate());
  }

  @Test
  void aTokenForAnotherNodeIsRefused() {
    String token = token(OTHER_CITY);

    assertThatThrownBy(() -> enrol(token, CITY, "a"))
        .isInstanceOf(EnrolmentRefusedException.class)
        .hasMessageContaining("another node than 621000");
    assertThat(province.link().tree().children()).isEmpty();
  }

  @Test
  void aTokenThatNobodyGaveOutIsRefused() throws Exception {
    String token = token(CITY);
    province.schema().execute("DELETE FROM enrolment_token");

    assertThatThrownBy(() -> enrol(token, CITY, "a"))
        .isInstanceOf(EnrolmentRefusedException.class)
        .hasMessageContaining("not known");
  }

  @Test
  void anExpiredTokenIsRefused() {
    MutableClock clock = new MutableClock(Instant.now().minus(Duration.ofHours(2)));
    EnrolmentDesk earlier =
        new EnrolmentDesk(
            province.identity(), province.link().tree(), province.schema().transactions(), clock);
    String token = earlier.createToken(CITY, "庆阳市", HOUR).print();

    assertThatThrownBy(() -> enrol(token, CITY, "a"))
        .isInstanceOf(EnrolmentRefusedException.class)
        .hasMessageContaining("expired");
  }

  @Test
  void aTokenIsNotShownToAServerOfAnotherTree() throws Exception {
    try (TestNode impostor = TestNode.root(temp.resolve("other"), "620000")) {
      String token = impostor.link().desk().createToken(CITY, "庆阳市", HOUR).print();

      assertThatThrownBy(() -> enrol(token, CITY, "a"))
          .isInstanceOf(EnrolmentRefusedException.class)
          .hasMessageContaining("not the node that gave out the token");
    }
  }

  @Test
  void aTokenIsNotShownToAnotherNodeOfTheSameTree() throws Exception {
    try (TestNode city = TestNode.below(province, temp, "621000").start()) {
      String token = token(OTHER_CITY);
      Enrolment enrolment =
          new Enrolment(
              new IdentityFolder(temp.resolve("x"), Clock.systemUTC()), Clock.systemUTC());

      assertThatThrownBy(
              () ->
                  enrolment.enrol(token, OTHER_CITY, "某市", city.address(), TestNode.freeAddress()))
          .isInstanceOf(EnrolmentRefusedException.class)
          .hasMessageContaining("not the node that gave out the token");
    }
  }

  @Test
  void anAbsentParentIsWorthAnotherTry() {
    String token = token(CITY);
    province.stop();

    assertThatThrownBy(() -> enrol(token, CITY, "a")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aSecondTokenReplacesTheChildsKey() throws Exception {
    NodeIdentity old = enrol(token(CITY), CITY, "a");
    NodeIdentity renewed = enrol(token(CITY), CITY, "b");

    assertThat(province.link().tree().isChild(CITY, old.certificate().getPublicKey())).isFalse();
    assertThat(province.link().tree().isChild(CITY, renewed.certificate().getPublicKey())).isTrue();
  }

  @Test
  void theRootCannotBecomeItsOwnChild() {
    assertThatThrownBy(() -> token(province.code()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 620000 or above it");
  }
}
