package hotline.node.ticket;

import hotline.node.classification.ClosureKind;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.ScreeningGround;
import hotline.node.classification.WithheldCase;
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
   * @param concluded the same person's ticket about the same matter that has been concluded: where
   *     the policy says so, the appeal is refused as its repetition (ACC-07)
   * @param newFacts what is new against that one: then the appeal is accepted all the same
   */
  record AcceptTicket(
      @Nullable TicketId duplicateOf, @Nullable TicketId concluded, @Nullable String newFacts)
      implements Ruling {

    public AcceptTicket(@Nullable TicketId duplicateOf) {
      this(duplicateOf, null, null);
    }

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

  /**
   * Does not accept the appeal, says why and where to turn instead (ACC-12).
   *
   * @param withheld which case it is, when information is withheld (ACC-13)
   * @param earlier by which ticket or document the same was concluded (ACC-07)
   * @param transfer to which emergency number the call for help was passed on (ACC-05)
   */
  record RefuseTicket(
      RefusalGround ground,
      String guidance,
      @Nullable WithheldCase withheld,
      @Nullable String earlier,
      EmergencyTransfer.@Nullable Report transfer)
      implements Ruling {

    public RefuseTicket(RefusalGround ground, String guidance) {
      this(ground, guidance, null, null, null);
    }

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

  /** Passes a call for help on to an emergency number at once (EMG-04); the ticket goes on. */
  record TransferToEmergency(EmergencyTransfer.Report transfer) implements OfTicket {

    @Override
    public TicketAction ticketAction() {
      return TicketAction.TRANSFER_EMERGENCY;
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context)
        throws RefusedException {
      return new TicketIntake(context).transfer(transfer);
    }
  }

  /**
   * Accepts and answers the appeal at once (INT-14, INT-15).
   *
   * @param contacted the unit that was asked on the phone, if one was
   */
  record AnswerTicket(String answer, @Nullable UnitRef contacted) implements Ruling {

    public AnswerTicket(String answer) {
      this(answer, null);
    }

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

  /** Adds what the requester has to say more, and tells everybody who works on it (ACC-10). */
  record SupplementTicket(String text) implements OfTicket {

    @Override
    public TicketAction ticketAction() {
      return TicketAction.SUPPLEMENT;
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context)
        throws RefusedException {
      return new TicketIntake(context).supplement(ticket, this);
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

  /** Notes a call to a dissatisfied citizen (RVS-07). */
  record NoteFollowUpCall(boolean reached, String note) implements OfTicket {

    @Override
    public TicketAction ticketAction() {
      return TicketAction.CALL_REQUESTER;
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context)
        throws RefusedException {
      return new FollowUpDesk(ticket, context).noteCall(this);
    }
  }

  /** The legal panel's opinion of an answer that the citizen is dissatisfied with (LIF-20). */
  record GivePanelOpinion(boolean unitAtFault, String opinion) implements OfTicket {

    @Override
    public TicketAction ticketAction() {
      return TicketAction.PANEL_REVIEW;
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context)
        throws RefusedException {
      return new FollowUpDesk(ticket, context).panelOpinion(this);
    }
  }

  /** Asks that a dissatisfied rating be left out of the rate (RVS-11). */
  record RequestScreening(ScreeningGround ground, String reason) implements OfTicket {

    @Override
    public TicketAction ticketAction() {
      return TicketAction.REQUEST_SCREENING;
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context)
        throws RefusedException {
      return new FollowUpDesk(ticket, context).requestScreening(this);
    }
  }

  /** Decides about it, by somebody else. */
  record DecideScreening(boolean approve, @Nullable String opinion) implements OfTicket {

    @Override
    public TicketAction ticketAction() {
      return TicketAction.DECIDE_SCREENING;
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context)
        throws RefusedException {
      return new FollowUpDesk(ticket, context).decideScreening(this);
    }
  }

  /** The gateway's: the answer has been sent to the citizen (RVS-02). */
  record NoteAnswerSent() implements OfTicket {

    @Override
    public @Nullable TicketAction ticketAction() {
      return null;
    }

    @Override
    public Changes<TicketEvent> decide(Ticket ticket, DecisionContext context) {
      return new FollowUpDesk(ticket, context).noteSent();
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
