package hotline.node.telephony;

import static hotline.node.entity.Checks.require;
import static hotline.node.entity.Checks.requireText;

import hotline.node.calendar.WorkingCalendar;
import hotline.node.classification.CallBackCause;
import hotline.node.classification.CallBackState;
import hotline.node.entity.Step;
import hotline.node.error.ErrorCode;
import hotline.node.policy.TelephonyRules;
import hotline.node.telephony.CallBack.Attempt;
import hotline.node.telephony.CallBackCommand.CallerGotThrough;
import hotline.node.telephony.CallBackCommand.FinishCallBack;
import hotline.node.telephony.CallBackCommand.GiveUpCallBack;
import hotline.node.telephony.CallBackCommand.NoteAttempt;
import hotline.node.telephony.CallBackCommand.TakeCallBack;
import hotline.node.ticket.Actor;
import hotline.node.ticket.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The life of a call that is owed. Pure. */
public final class CallBackLife {

  private final TelephonyRules rules;
  private final Actor actor;
  private final Instant now;

  public CallBackLife(TelephonyRules rules, Actor actor, Instant now) {
    this.rules = rules;
    this.actor = actor;
    this.now = now;
  }

  /** Owes a call to the caller of {@code call}. */
  public Step<CallBack> open(Call call, CallBackCause cause, WorkingCalendar calendar) {
    CallBack callBack =
        new CallBack(
            CallBack.id(call.id(), cause),
            1,
            call.owner(),
            cause,
            call.id(),
            call.line(),
            call.callerKey(),
            call.personal(),
            now,
            calendar.deadline(now, rules.callBack().limit(), rules.callBack().rule()),
            CallBackState.OPEN,
            null,
            List.of(),
            null,
            null,
            call.ticket());
    return new Step<>(callBack, EventType.CALL_BACK_OPENED, cause.label());
  }

  /** Decides a command. */
  public Step<CallBack> decide(CallBack callBack, CallBackCommand command) {
    require(
        callBack.open(), ErrorCode.STATE_FORBIDS, "回拨事项已是“" + callBack.state().label() + "”，不能再处理");
    if (command instanceof TakeCallBack) {
      return take(callBack);
    } else if (command instanceof NoteAttempt attempt) {
      return attempt(callBack, attempt);
    } else if (command instanceof FinishCallBack finish) {
      return finish(callBack, finish);
    } else if (command instanceof GiveUpCallBack giveUp) {
      return giveUp(callBack, giveUp);
    } else if (command instanceof CallerGotThrough again) {
      String note = "来电人已自行接通：" + again.call();
      return new Step<>(
          callBack.ended(CallBackState.DONE, now, note, callBack.ticket()),
          EventType.CALL_BACK_DONE,
          note);
    }
    throw new AssertionError(command);
  }

  private Step<CallBack> take(CallBack callBack) {
    Actor holder = callBack.takenBy();
    require(
        holder == null || holder.id().equals(actor.id()),
        ErrorCode.STATE_FORBIDS,
        "回拨事项已由 " + (holder == null ? "" : holder.id()) + " 领取");
    return new Step<>(callBack.taken(actor), EventType.CALL_BACK_TAKEN, "");
  }

  private Step<CallBack> attempt(CallBack callBack, NoteAttempt command) {
    requireHolder(callBack);
    List<Attempt> all = new ArrayList<>(callBack.attempts());
    all.add(
        new Attempt(
            now,
            actor,
            command.reached(),
            requireText(command.note(), ErrorCode.INVALID_INPUT, "回拨情况")));
    return new Step<>(
        callBack.attempted(all), EventType.CALL_BACK_ATTEMPTED, command.reached() ? "已接通" : "未接通");
  }

  private Step<CallBack> finish(CallBack callBack, FinishCallBack command) {
    requireHolder(callBack);
    require(
        callBack.attempts().stream().anyMatch(Attempt::reached),
        ErrorCode.CALL_RULE,
        "尚未接通过来电人，不能完成回拨；请先登记回拨情况");
    String note = requireText(command.note(), ErrorCode.CALL_RULE, "回拨结果");
    return new Step<>(
        callBack.ended(
            CallBackState.DONE,
            now,
            note,
            command.ticket() == null ? callBack.ticket() : command.ticket()),
        EventType.CALL_BACK_DONE,
        note);
  }

  private Step<CallBack> giveUp(CallBack callBack, GiveUpCallBack command) {
    requireHolder(callBack);
    int tried = callBack.attempts().size();
    require(
        tried >= rules.attempts(),
        ErrorCode.CALL_RULE,
        "应至少回拨 " + rules.attempts() + " 次，已回拨 " + tried + " 次");
    String reason = requireText(command.reason(), ErrorCode.CALL_RULE, "无法联系的情况");
    return new Step<>(
        callBack.ended(CallBackState.GIVEN_UP, now, reason, callBack.ticket()),
        EventType.CALL_BACK_GIVEN_UP,
        reason);
  }

  private void requireHolder(CallBack callBack) {
    Actor holder = callBack.takenBy();
    require(
        holder != null && holder.id().equals(actor.id()),
        ErrorCode.CALL_RULE,
        holder == null ? "请先领取回拨事项" : "回拨事项由 " + holder.id() + " 领取，请由其处理");
  }
}
