package hotline.node.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.classification.CallDirection;
import hotline.node.classification.CallHandling;
import hotline.node.classification.CallTarget;
import hotline.node.telephony.CallFact.Answered;
import hotline.node.telephony.CallFact.Ended;
import hotline.node.telephony.CallFact.FoundBusy;
import hotline.node.telephony.CallFact.Queued;
import hotline.node.telephony.CallFact.Recorded;
import hotline.node.telephony.CallFact.Started;
import hotline.node.telephony.CallFact.Ticketed;
import hotline.node.telephony.CallFact.TransferEnded;
import hotline.node.telephony.CallFact.TransferTried;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.TicketId;
import hotline.requirements.Requirement;
import hotline.sync.NodeCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallLifeTest {

  private static final Instant START = Instant.parse("2026-11-20T02:00:00Z");
  private static final NodeRef CITY = new NodeRef(NodeCode.of("621000"), "庆阳市");
  private static final TicketId TICKET = TicketId.parse("621000-20261120-000007");

  private record Said(CallFact fact, int second) {}

  @Test
  @Requirement("INT-13")
  void theFourWaysOfDealingWithALiveCallAreToldApart() {
    assertThat(told(said(new Answered("huawu"), 5), said(new Ended(), 60)).handling())
        .isEqualTo(CallHandling.ANSWERED);
    assertThat(told(said(new Answered("huawu"), 5), ended(CallTarget.LINE, false, true)).handling())
        .isEqualTo(CallHandling.TRANSFERRED);
    assertThat(told(said(new Answered("huawu"), 5), ended(CallTarget.LINE, true, true)).handling())
        .isEqualTo(CallHandling.THREE_PARTY);
    assertThat(
            told(said(new Answered("huawu"), 5), ended(CallTarget.EXPERT, false, true)).handling())
        .isEqualTo(CallHandling.EXPERT);
    assertThat(
            told(
                    said(new Answered("huawu"), 5),
                    said(new Ticketed(TICKET), 50),
                    said(new Ended(), 60))
                .handling())
        .isEqualTo(CallHandling.TICKET);
  }

  @Test
  @Requirement({"INT-08", "INT-01"})
  void whoIsNotAnsweredOrFindsTheLineBusyIsMissed() {
    assertThat(told(said(new Started(), 0), said(new Ended(), 20)).missed()).isTrue();
    assertThat(told(said(new Started(), 0), said(new FoundBusy(), 1)).missed()).isTrue();
    assertThat(told(said(new Started(), 0)).missed()).isFalse();
    assertThat(told(said(new Answered("huawu"), 5), said(new Ended(), 20)).missed()).isFalse();
  }

  @Test
  @Requirement("TOP-16")
  void aTransferThatFailsIsSeenUntilAnotherOneWorks() {
    Call failed = told(said(new Answered("huawu"), 5), ended(CallTarget.NODE, false, false));
    assertThat(failed.handling()).isEqualTo(CallHandling.TRANSFER_FAILED);

    Call saved =
        CallLife.note(
                failed,
                new TransferEnded(CallTarget.LINE, "12333", false, true, null),
                START.plusSeconds(90))
            .after();
    assertThat(saved.handling()).isEqualTo(CallHandling.TRANSFERRED);
    assertThat(saved.legs()).hasSize(2);
  }

  /** An exchange's reports overtake each other; the call is the same in the end. */
  @Test
  @Requirement("XTR-03")
  void theOrderInWhichReportsComeDoesNotMatter() {
    List<Said> all =
        List.of(
            said(new Started(), 0),
            said(new Queued(), 1),
            said(new Answered("huawu"), 5),
            said(new TransferTried(CallTarget.NODE, "621002", false, null), 30),
            said(new TransferEnded(CallTarget.NODE, "621002", false, true, null), 35),
            said(new Recorded(new Call.Recording("r/1", "00".repeat(32))), 61),
            said(new Ended(), 60));
    Call inOrder = told(all.toArray(Said[]::new));

    for (int seed = 0; seed < 50; seed++) {
      List<Said> shuffled = new ArrayList<>(all);
      Collections.shuffle(shuffled, new Random(seed));
      Call call = told(shuffled.toArray(Said[]::new));
      assertThat(call.handling()).as("seed %s", seed).isEqualTo(inOrder.handling());
      assertThat(call.startedAt()).isEqualTo(START);
      assertThat(call.answeredAt()).isEqualTo(inOrder.answeredAt());
      assertThat(call.endedAt()).isEqualTo(inOrder.endedAt());
      assertThat(call.recording()).isEqualTo(inOrder.recording());
      assertThat(call.version()).isEqualTo(all.size());
    }
  }

  private static Said said(CallFact fact, int second) {
    return new Said(fact, second);
  }

  private static Said ended(CallTarget kind, boolean threeParty, boolean succeeded) {
    return said(new TransferEnded(kind, "621002", threeParty, succeeded, null), 35);
  }

  static Call told(Said... all) {
    Call call =
        new Call(
            "621000:x1",
            0,
            CITY,
            CallDirection.INBOUND,
            "12345",
            "key",
            new PersonalData(null, "13800000000", null),
            START.plusSeconds(all[0].second()),
            null,
            null,
            null,
            null,
            false,
            List.of(),
            null,
            null);
    for (Said said : all) {
      call = CallLife.note(call, said.fact(), START.plusSeconds(said.second())).after();
    }
    return call;
  }
}
