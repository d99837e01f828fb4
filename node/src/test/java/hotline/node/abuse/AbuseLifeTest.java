package hotline.node.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.node.classification.AbuseGround;
import hotline.node.classification.HandOverBody;
import hotline.node.classification.Role;
import hotline.node.error.RefusedException;
import hotline.node.policy.PolicyFile;
import hotline.node.ticket.Actor;
import hotline.node.ticket.NodeRef;
import hotline.requirements.Requirement;
import hotline.sync.NodeCode;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AbuseLifeTest {

  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
  private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
  private static final Actor AGENT = Actor.user("huawu", Role.CALL_TAKER);
  private static final Actor SUPERVISOR = Actor.user("duban", Role.SUPERVISOR);

  @Test
  @Requirement("ABU-01")
  void aRestrictionEndsByItself() {
    AbuseCase restricted = life(SUPERVISOR, NOW).restrict(noted(), TOMORROW, "一日拨打百次").after();

    assertThat(restricted.inForce(NOW)).isPresent();
    assertThat(restricted.inForce(TOMORROW.minusSeconds(1))).isPresent();
    assertThat(restricted.inForce(TOMORROW)).isEmpty();
    assertThat(restricted.restrictions().get(0).by().id()).isEqualTo("duban");
  }

  @Test
  @Requirement("ABU-01")
  void aRestrictionIsNoLongerThanThePolicyAllows() {
    Instant fourDays = NOW.plus(Duration.ofHours(73));

    assertRefused(() -> life(SUPERVISOR, NOW).restrict(noted(), fourDays, "骚扰"), "72 小时");
    assertRefused(() -> life(SUPERVISOR, NOW).restrict(noted(), NOW, "骚扰"), "72 小时");
    assertRefused(() -> life(SUPERVISOR, NOW).restrict(noted(), TOMORROW, " "), "限制理由");
  }

  @Test
  @Requirement("ABU-01")
  void whoNotedTheCaseDoesNotDecideIt() {
    assertRefused(() -> life(AGENT, NOW).restrict(noted(), TOMORROW, "骚扰"), "记录情况的人");
  }

  @Test
  @Requirement("ABU-01")
  void aRestrictionIsLiftedEarlyForAReasonAndOnce() {
    AbuseCase restricted = life(SUPERVISOR, NOW).restrict(noted(), TOMORROW, "骚扰").after();
    assertRefused(() -> life(SUPERVISOR, NOW).restrict(restricted, TOMORROW, "骚扰"), "已被限制");

    AbuseCase lifted = life(SUPERVISOR, NOW).lift(restricted, "诉求人已道歉").after();

    assertThat(lifted.inForce(NOW)).isEmpty();
    assertThat(lifted.restrictedUntil()).isNull();
    assertThat(lifted.restrictions().get(0).lifted()).isNotNull();
    assertRefused(() -> life(SUPERVISOR, NOW).lift(lifted, "再次"), "没有被限制");
  }

  @Test
  @Requirement("ABU-02")
  void theMatterIsHandedOverToThePoliceOnTheRecord() {
    AbuseCase handed =
        life(SUPERVISOR, NOW)
            .handOver(noted(), HandOverBody.POLICE, "西峰公安分局", "威胁话务员", "受案〔2026〕12号")
            .after();

    assertThat(handed.handOvers())
        .singleElement()
        .satisfies(
            handOver -> {
              assertThat(handOver.body()).isEqualTo(HandOverBody.POLICE);
              assertThat(handOver.reference()).isEqualTo("受案〔2026〕12号");
              assertThat(handOver.at()).isEqualTo(NOW);
            });
    assertRefused(
        () -> life(SUPERVISOR, NOW).handOver(noted(), HandOverBody.JUDICIARY, "", "涉嫌犯罪", null),
        "接收单位");
  }

  @Test
  @Requirement("ABU-01")
  void aCaseNeedsEvidence() {
    assertRefused(
        () -> life(AGENT, NOW).note("c1", city(), "key", AbuseGround.HARASSMENT, "  ", null, null),
        "情况说明");
  }

  private static AbuseCase noted() {
    return life(AGENT, NOW)
        .note("c1", city(), "key", AbuseGround.HARASSMENT, "辱骂话务员，录音为证", "621000:x1", null)
        .after();
  }

  private static NodeRef city() {
    return new NodeRef(NodeCode.of("621000"), "庆阳市");
  }

  private static AbuseLife life(Actor actor, Instant now) {
    return new AbuseLife(PolicyFile.bundled("qingyang").abuse(), actor, now);
  }

  private static void assertRefused(ThrowingCallable call, String... words) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(call)
        .satisfies(refused -> assertThat(refused.getMessage()).contains(words));
  }
}
