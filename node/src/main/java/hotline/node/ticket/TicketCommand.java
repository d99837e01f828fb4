package hotline.node.ticket;

import hotline.node.classification.ClosureKind;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.Satisfaction;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a ticket, besides the commands about its orders. A command says as which
 * action people see it and who decides it: adding one is adding a record here.
 */
public sealed interface TicketCommand permits TicketCommand.OfTicket, HolderCommand {

  /**
   * As which action people see it, which the ticket's state must allow; null for what timers and
   * neighbours say, which has rules of its own.
   */
  @Nullable TicketAction ticketAction();

  /** Decides it, once the state is known to allow it. */
  Changes<TicketEvent> decide(Ticket ticket, DecisionContext context) throws RefusedException;

  /** A command that only a ticket takes. */
  sealed interface OfTicket extends TicketCommand {}

  /** A first decision about a registered appeal. */
  sealed interface Ruling extends OfTicket {}

  /**
   * Accepts the appeal.
   *
   * @param duplicateOf the same person's ticket about the same matter that is still in handling, if
   *     there is one: the appeal is then refused as its duplicate (ACC-10)
   */
  record AcceptTicket(@Nullable TicketId duplicateOf) implements Ruling {

    @Override
    public TicketAction ticketAction() {
      return TicketAction.ACCEPT;
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context)
        throws RefusedException {
      return new TicketIntake(context).accept(ticket, this);
    }
  }

  /** Does not accept the appeal, says why and where to turn instead (ACC-12). */
  record RefuseTicket(RefusalGround ground, String guidance) implements Ruling {

    @Override
    public TicketAction ticketAction() {
      return TicketAction.REFUSE;
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context)
        throws RefusedException {
      return new TicketIntake(context).refuse(ticket, this);
    }
  }

  /** Accepts and answers the appeal at once (INT-14, INT-15). */
  record AnswerTicket(String answer) implements Ruling {

    @Override
    public TicketAction ticketAction() {
      return TicketAction.ANSWER;
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context)
        throws RefusedException {
      return new TicketIntake(context).answer(ticket, this);
    }
  }

  /** Notes the citizen's rating of the answer (RVS-05 to RVS-08). */
  record FollowUpTicket(
      FollowUpChannel channel, Satisfaction satisfaction, boolean solved, @Nullable String comment)
      implements OfTicket {

    @Override
    public TicketAction ticketAction() {
      return TicketAction.FOLLOW_UP;
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context)
        throws RefusedException {
      return new TicketEnding(ticket, context).followUp(this);
    }
  }

  /** The timer's: the citizen has been silent for too long (RVS-06). */
  record AssumeSatisfied() implements OfTicket {

    @Override
    public @Nullable TicketAction ticketAction() {
      return null;
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context)
        throws RefusedException {
      return new TicketEnding(ticket, context).assumeSatisfied();
    }
  }

  /** Closes after a dissatisfied rating that nobody is at fault for (RVS-10). */
  record ExplainToRequester(String explanation) implements OfTicket {

    @Override
    public TicketAction ticketAction() {
      return TicketAction.EXPLAIN;
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context)
        throws RefusedException {
      return new TicketEnding(ticket, context).explain(this);
    }
  }

  /** Closes a ticket whose requester cannot be asked. */
  record CloseTicket() implements OfTicket {

    @Override
    public TicketAction ticketAction() {
      return TicketAction.CLOSE;
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context) {
      return new TicketEnding(ticket, context).close(ClosureKind.UNREACHABLE, null, null);
    }
  }

  /** Puts the ended ticket into the archive (SEC-07). */
  record ArchiveTicket() implements OfTicket {

    @Override
    public TicketAction ticketAction() {
      return TicketAction.ARCHIVE;
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context) {
      return new Changes<TicketEvent>().event(new TicketEvent.TicketArchived(context.now()));
    }
  }

  /** The citizen does not pursue it any more (LIF-14). */
  record WithdrawTicket(String reason) implements OfTicket {

    @Override
    public TicketAction ticketAction() {
      return TicketAction.WITHDRAW;
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context)
        throws RefusedException {
      return new TicketEnding(ticket, context).withdraw(this);
    }
  }
}
