package hotline.node.switchboard;

import hotline.node.classification.CallBackCause;
import hotline.node.classification.CallDirection;
import hotline.node.entity.Step;
import hotline.node.intake.RequesterKeys;
import hotline.node.linkage.Handovers;
import hotline.node.store.AgentCallStore;
import hotline.node.store.EntityFilter;
import hotline.node.store.EntityStore;
import hotline.node.telephony.Call;
import hotline.node.telephony.CallBack;
import hotline.node.telephony.CallBackCommand.CallerGotThrough;
import hotline.node.telephony.CallBackLife;
import hotline.node.telephony.CallFact;
import hotline.node.telephony.CallLife;
import hotline.node.ticket.Actor;
import hotline.node.ticket.PersonalData;
import hotline.node.wire.EntityForms;
import hotline.node.work.EntityWork;
import hotline.node.work.Rules;
import hotline.sync.Tx;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Keeps calls, and sees to it that nobody is forgotten who did not get through: every such call
 * owes a call-back, and getting through ends it (TOP-16, INT-01).
 */
@Singleton
final class Calls {

  private static final int MANY = 20;

  private final EntityWork work;
  private final EntityStore entities;
  private final RequesterKeys keys;
  private final Rules rules;
  private final Handovers handovers;
  private final AgentCallStore agents;

  Calls(
      EntityWork work,
      EntityStore entities,
      RequesterKeys keys,
      Rules rules,
      Handovers handovers,
      AgentCallStore agents) {
    this.agents = agents;
    this.handovers = handovers;
    this.work = work;
    this.entities = entities;
    this.keys = keys;
    this.rules = rules;
  }

  /** Adds what is known of a call; the first that is heard of it brings it into being. */
  Call note(Tx tx, Actor actor, CallReport report) {
    Instant at = report.at().toInstant().truncatedTo(ChronoUnit.MICROS);
    String id = Call.id(rules.self(), report.callId());
    if (report.fact() instanceof CallFact.TransferEnded ended) {
      // locks the ticket, which comes before the call
      handovers.callEnded(tx, actor, id, ended.code(), ended.succeeded());
    }
    Optional<Call> known = work.locked(tx, EntityForms.CALL, id);
    Call call =
        known.isPresent()
            ? note(tx, actor, known.get(), report.fact(), at)
            : work.create(
                tx,
                EntityForms.CALL,
                actor,
                CallLife.note(fresh(id, report, at), report.fact(), at));
    follow(tx, actor, call, report.fact());
    return call;
  }

  /** Adds a fact to a call whose row is locked. */
  Call note(Tx tx, Actor actor, Call call, CallFact fact, Instant at) {
    return work.change(
        tx, EntityForms.CALL, actor, call, before -> CallLife.note(before, fact, at));
  }

  private Call fresh(String id, CallReport report, Instant at) {
    PersonalData personal = new PersonalData(null, report.caller(), null);
    return new Call(
        id,
        0,
        rules.self(),
        report.direction() == null ? CallDirection.INBOUND : report.direction(),
        report.line(),
        keys.keyOf(personal),
        personal,
        at,
        null,
        null,
        null,
        null,
        false,
        List.of(),
        null,
        null);
  }

  private void follow(Tx tx, Actor actor, Call call, CallFact fact) {
    if (call.agent() != null
        && (fact instanceof CallFact.Rang || fact instanceof CallFact.Answered)) {
      agents.note(tx, call.id(), call.agent(), call.startedAt());
    }
    String caller = call.callerKey();
    if (caller == null) {
      return;
    }
    if (call.missed()) {
      owe(tx, actor, call, call.busy() ? CallBackCause.BUSY : CallBackCause.MISSED);
    }
    if (fact instanceof CallFact.TransferEnded ended && !ended.succeeded()) {
      owe(tx, actor, call, CallBackCause.TRANSFER_FAILED);
    }
    if (fact instanceof CallFact.Answered && call.direction() == CallDirection.INBOUND) {
      gotThrough(tx, actor, call, caller);
    }
  }

  private void owe(Tx tx, Actor actor, Call call, CallBackCause cause) {
    boolean owed =
        work.locked(tx, EntityForms.CALL_BACK, CallBack.id(call.id(), cause)).isPresent();
    if (!owed) {
      Step<CallBack> step = life(actor).open(call, cause, rules.calendar());
      work.create(tx, EntityForms.CALL_BACK, actor, step);
    }
  }

  /** What failed on the way to somebody else is not made good by a call here. */
  private void gotThrough(Tx tx, Actor actor, Call call, String caller) {
    EntityFilter filter =
        EntityFilter.ofSubject(caller).ownedBy(rules.self().codeText()).in("OPEN", "TAKEN");
    for (CallBack owed : entities.list(tx, EntityForms.CALL_BACK, filter, 0, MANY)) {
      if (owed.cause() == CallBackCause.TRANSFER_FAILED) {
        continue;
      }
      work.locked(tx, EntityForms.CALL_BACK, owed.id())
          .filter(CallBack::open)
          .ifPresent(
              current ->
                  work.change(
                      tx,
                      EntityForms.CALL_BACK,
                      actor,
                      current,
                      before -> life(actor).decide(before, new CallerGotThrough(call.id()))));
    }
  }

  private CallBackLife life(Actor actor) {
    return new CallBackLife(rules.policy().telephony(), actor, work.now());
  }
}
