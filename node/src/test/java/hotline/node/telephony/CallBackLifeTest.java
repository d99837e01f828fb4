package hotline.node.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hotline.node.calendar.Holidays;
import hotline.node.calendar.WorkingCalendar;
import hotline.node.classification.CallBackCause;
import hotline.node.classification.CallBackState;
import hotline.node.classification.CallDirection;
import hotline.node.classification.Role;
import hotline.node.error.RefusedException;
import hotline.node.policy.Policy;
import hotline.node.policy.PolicyFile;
import hotline.node.telephony.CallBackCommand.CallerGotThrough;
import hotline.node.telephony.CallBackCommand.FinishCallBack;
import hotline.node.telephony.CallBackCommand.GiveUpCallBack;
import hotline.node.telephony.CallBackCommand.NoteAttempt;
import hotline.node.telephony.CallBackCommand.TakeCallBack;
import hotline.node.ticket.Actor;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.PersonalData;
import hotline.requirements.Requirement;
import hotline.sync.NodeCode;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@Requirement("TOP-16")
class CallBackLifeTest {

  private static final Policy POLICY = PolicyFile.bundled("qingyang");

  /** Friday, 17:00. */
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  private static final Actor AGENT = Actor.user("huawu", Role.CALL_TAKER);
  private static final Actor ANOTHER = Actor.user("huawu2", Role.CALL_TAKER);

  @Test
  void whoDidNotGetThroughIsOwedACallWithinWorkingTime() {
    CallBack owed = owed();

    assertThat(owed.state()).isEqualTo(CallBackState.OPEN);
    // one hour on Friday, one on Monday morning
    assertThat(owed.due().at()).isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
    assertThat(owed.due().rule()).isEqualTo("TOP-16");
    assertThat(owed.personal().phone()).isEqualTo("13800000000");
  }

  @Test
  void itIsFinishedByTheOneWhoTookItAfterSpeakingWithTheCaller() {
    CallBack taken = as(AGENT, owed(), new TakeCallBack());
    assertRefused(() -> as(AGENT, taken, new FinishCallBack("已答复", null)), "尚未接通");
    assertRefused(() -> as(ANOTHER, taken, new NoteAttempt(true, "接通")), "huawu");
    assertRefused(() -> as(ANOTHER, taken, new TakeCallBack()), "领取");

    CallBack done =
        as(AGENT, as(AGENT, taken, new NoteAttempt(true, "接通")), new FinishCallBack("已答复", null));

    assertThat(done.state()).isEqualTo(CallBackState.DONE);
    assertRefused(() -> as(AGENT, done, new TakeCallBack()), "已回拨");
  }

  @Test
  void itIsGivenUpOnlyAfterTheTriesThatThePolicyDemands() {
    CallBack tried = as(AGENT, owed(), new TakeCallBack());
    for (int i = 0; i < 2; i++) {
      tried = as(AGENT, tried, new NoteAttempt(false, "无人接听"));
    }
    CallBack twice = tried;
    assertRefused(() -> as(AGENT, twice, new GiveUpCallBack("联系不上")), "至少回拨 3 次", "已回拨 2 次");

    CallBack thrice = as(AGENT, twice, new NoteAttempt(false, "关机"));
    assertThat(as(AGENT, thrice, new GiveUpCallBack("联系不上")).state())
        .isEqualTo(CallBackState.GIVEN_UP);
  }

  @Test
  void nobodyWorksOnItWithoutTakingItFirst() {
    assertRefused(() -> as(AGENT, owed(), new NoteAttempt(true, "接通")), "请先领取");
  }

  @Test
  void whoGetsThroughByHimselfIsNotCalledBack() {
    CallBack done = as(Actor.SYSTEM, owed(), new CallerGotThrough("621000:x2"));

    assertThat(done.state()).isEqualTo(CallBackState.DONE);
    assertThat(done.note()).contains("621000:x2");
  }

  private static CallBack owed() {
    Call call =
        new Call(
            "621000:x1",
            2,
            new NodeRef(NodeCode.of("621000"), "庆阳市"),
            CallDirection.INBOUND,
            "12345",
            "key",
            new PersonalData(null, "13800000000", null),
            NOW,
            null,
            null,
            NOW,
            null,
            false,
            List.of(),
            null,
            null);
    WorkingCalendar calendar = new WorkingCalendar(POLICY.workingHours(), Holidays.bundled());
    return life(Actor.SYSTEM).open(call, CallBackCause.MISSED, calendar).after();
  }

  private static CallBack as(Actor actor, CallBack callBack, CallBackCommand command) {
    return life(actor).decide(callBack, command).after();
  }

  private static CallBackLife life(Actor actor) {
    return new CallBackLife(POLICY.telephony(), actor, NOW);
  }

  private static void assertRefused(ThrowingCallable call, String... words) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(call)
        .satisfies(refused -> assertThat(refused.getMessage()).contains(words));
  }
}
