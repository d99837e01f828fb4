package hotline.node.ticket;

import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.Satisfaction;
import org.jspecify.annotations.Nullable;

/** What can be asked of a ticket, besides the commands about its orders. */
public sealed interface TicketCommand permits TicketCommand.OfTicket, HolderCommand {

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
  record AcceptTicket(@Nullable TicketId duplicateOf) implements Ruling {}

  /** Does not accept the appeal, says why and where to turn instead (ACC-12). */
  record RefuseTicket(RefusalGround ground, String guidance) implements Ruling {}

  /** Accepts and answers the appeal at once (INT-14, INT-15). */
  record AnswerTicket(String answer) implements Ruling {}

  /** Notes the citizen's rating of the answer (RVS-05 to RVS-08). */
  record FollowUpTicket(
      FollowUpChannel channel, Satisfaction satisfaction, boolean solved, @Nullable String comment)
      implements OfTicket {}

  /** The timer's: the citizen has been silent for too long (RVS-06). */
  record AssumeSatisfied() implements OfTicket {}

  /** Closes after a dissatisfied rating that nobody is at fault for (RVS-10). */
  record ExplainToRequester(String explanation) implements OfTicket {}

  /** Closes a ticket whose requester cannot be asked. */
  record CloseTicket() implements OfTicket {}

  /** Puts the ended ticket into the archive (SEC-07). */
  record ArchiveTicket() implements OfTicket {}

  /** The citizen does not pursue it any more (LIF-14). */
  record WithdrawTicket(String reason) implements OfTicket {}
}
