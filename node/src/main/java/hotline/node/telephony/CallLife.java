package hotline.node.telephony;

import hotline.node.classification.CallTarget;
import hotline.node.entity.Step;
import hotline.node.telephony.Call.Leg;
import hotline.node.telephony.CallFact.Answered;
import hotline.node.telephony.CallFact.Ended;
import hotline.node.telephony.CallFact.FoundBusy;
import hotline.node.telephony.CallFact.Queued;
import hotline.node.telephony.CallFact.Rang;
import hotline.node.telephony.CallFact.Recorded;
import hotline.node.telephony.CallFact.Started;
import hotline.node.telephony.CallFact.Ticketed;
import hotline.node.telephony.CallFact.TransferEnded;
import hotline.node.telephony.CallFact.TransferTried;
import hotline.node.ticket.EventType;
import hotline.node.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts calls together. Pure. Facts may come in any order: each adds what it knows, and an earlier
 * moment never replaces a later insight.
 */
public final class CallLife {

  private CallLife() {}

  /**
   * Adds a fact.
   *
   * @param call as it is known so far; a new one is of version 0
   * @param at when it happened, by the exchange's clock
   */
  public static Step<Call> note(Call call, CallFact fact, Instant at) {
    Draft draft = new Draft(call);
    draft.startedAt = at.isBefore(draft.startedAt) ? at : draft.startedAt;
    if (fact instanceof Started) {
      return draft.step(EventType.CALL_NOTED, "来电 " + call.line());
    } else if (fact instanceof Queued) {
      draft.queuedAt = at;
      return draft.step(EventType.CALL_NOTED, "排队");
    } else if (fact instanceof Rang rang) {
      // whoever answered has it, whatever is reported late
      draft.agent = call.answeredAt() == null ? rang.agent() : call.agent();
      return draft.step(EventType.CALL_NOTED, "振铃 " + rang.agent());
    } else if (fact instanceof Answered answered) {
      draft.answeredAt = at;
      draft.agent = answered.agent();
      return draft.step(EventType.CALL_ANSWERED, "坐席 " + answered.agent());
    } else if (fact instanceof FoundBusy) {
      draft.busy = true;
      return draft.step(EventType.CALL_MISSED, "占线或故障");
    } else if (fact instanceof TransferTried tried) {
      return tried(draft, tried, at);
    } else if (fact instanceof TransferEnded ended) {
      return ended(draft, ended, at);
    } else if (fact instanceof Ticketed ticketed) {
      draft.ticket = ticketed.ticket();
      return draft.step(EventType.CALL_NOTED, "形成工单");
    } else if (fact instanceof Recorded recorded) {
      draft.recording = recorded.recording();
      return draft.step(EventType.CALL_NOTED, "录音归档");
    } else if (fact instanceof Ended) {
      draft.endedAt = at;
      boolean missed = call.answeredAt() == null;
      return draft.step(
          missed ? EventType.CALL_MISSED : EventType.CALL_ENDED, missed ? "未接通" : "通话结束");
    }
    throw new AssertionError(fact);
  }

  private static Step<Call> tried(Draft draft, TransferTried tried, Instant at) {
    boolean known =
        draft.legs.stream()
            .anyMatch(l -> l.isTo(tried.kind(), tried.code()) && !l.at().isBefore(at));
    if (!known) {
      draft.legs.add(
          new Leg(tried.kind(), tried.code(), at, tried.threeParty(), null, tried.note()));
    }
    return draft.step(
        EventType.CALL_NOTED, way(tried.threeParty()) + target(tried.kind(), tried.code()));
  }

  /** Ends the attempt that is open, or stands for one that was not reported. */
  private static Step<Call> ended(Draft draft, TransferEnded ended, Instant at) {
    Leg leg =
        new Leg(
            ended.kind(), ended.code(), at, ended.threeParty(), ended.succeeded(), ended.note());
    for (int i = 0; i < draft.legs.size(); i++) {
      Leg tried = draft.legs.get(i);
      if (tried.open() && tried.isTo(ended.kind(), ended.code())) {
        draft.legs.set(
            i,
            new Leg(
                tried.kind(),
                tried.code(),
                tried.at(),
                tried.threeParty(),
                ended.succeeded(),
                ended.note() == null ? tried.note() : ended.note()));
        return step(draft, ended);
      }
    }
    draft.legs.add(leg);
    return step(draft, ended);
  }

  private static Step<Call> step(Draft draft, TransferEnded ended) {
    String text = way(ended.threeParty()) + target(ended.kind(), ended.code());
    return ended.succeeded()
        ? draft.step(EventType.CALL_TRANSFERRED, text)
        : draft.step(EventType.CALL_TRANSFER_FAILED, text + " 未成功");
  }

  private static String way(boolean threeParty) {
    return threeParty ? "三方通话：" : "转接：";
  }

  private static String target(CallTarget kind, String code) {
    return kind.label() + " " + code;
  }

  /** A call while a fact is being added. */
  private static final class Draft {

    private final Call call;
    private Instant startedAt;
    private @Nullable Instant queuedAt;
    private @Nullable Instant answeredAt;
    private @Nullable Instant endedAt;
    private @Nullable String agent;
    private boolean busy;
    private final List<Leg> legs;
    private @Nullable TicketId ticket;
    private Call.@Nullable Recording recording;

    Draft(Call call) {
      this.call = call;
      this.startedAt = call.startedAt();
      this.queuedAt = call.queuedAt();
      this.answeredAt = call.answeredAt();
      this.endedAt = call.endedAt();
      this.agent = call.agent();
      this.busy = call.busy();
      this.legs = new ArrayList<>(call.legs());
      this.ticket = call.ticket();
      this.recording = call.recording();
    }

    Step<Call> step(EventType type, String text) {
      Call after =
          new Call(
              call.id(),
              call.version() + 1,
              call.owner(),
              call.direction(),
              call.line(),
              call.callerKey(),
              call.personal(),
              startedAt,
              queuedAt,
              answeredAt,
              endedAt,
              agent,
              busy,
              legs,
              ticket,
              recording);
      return new Step<>(after, type, text);
    }
  }
}
