package hotline.node.intake;

import hotline.node.telephony.Call;
import hotline.node.telephony.CallFact;
import hotline.node.telephony.CallLife;
import hotline.node.ticket.Actor;
import hotline.node.ticket.TicketId;
import hotline.node.wire.EntityForms;
import hotline.node.work.EntityWork;
import hotline.sync.Tx;
import jakarta.inject.Singleton;

/** Ties tickets to the calls that they were noted down in. */
@Singleton
public final class CallTies {

  private final EntityWork work;

  CallTies(EntityWork work) {
    this.work = work;
  }

  /**
   * Ties them; once is enough.
   *
   * @throws hotline.node.error.RefusedException when there is no such call
   */
  public Call tie(Tx tx, Actor actor, String call, TicketId ticket) {
    return work.decide(
        tx,
        EntityForms.CALL,
        call,
        actor,
        before -> CallLife.note(before, new CallFact.Ticketed(ticket), work.now()));
  }
}
