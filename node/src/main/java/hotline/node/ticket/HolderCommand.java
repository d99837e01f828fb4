package hotline.node.ticket;

import hotline.node.classification.RedoGround;
import hotline.node.classification.UrgeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a holder of orders can be asked to do: a ticket, or an assignment that this node received
 * and dispatched on.
 */
public sealed interface HolderCommand extends TicketCommand, AssignmentCommand {

  /** Dispatches to one assignee or several, one of them leading (DSP-01, DSP-02). */
  record PlaceOrders(List<OrderDraft> drafts) implements HolderCommand {

    public PlaceOrders {
      drafts = List.copyOf(drafts);
    }
  }

  /** Hands the matter to the parent: an order whose assignee is the parent node. */
  record Escalate(String reason) implements HolderCommand {}

  /** Accepts or rejects a reply. */
  record ReviewReply(AssignmentId assignment, boolean accept, @Nullable String opinion)
      implements HolderCommand {}

  /** Approves or turns down a return (LIF-07). */
  record DecideReturn(AssignmentId assignment, boolean approve, @Nullable String opinion)
      implements HolderCommand {}

  /** Grants or turns down more time (LIF-09). */
  record DecideExtension(AssignmentId assignment, boolean approve, @Nullable String opinion)
      implements HolderCommand {}

  /** Sends accepted work back to the one who did it (RVS-09, LIF-19). */
  record RedoOrder(AssignmentId assignment, RedoGround ground, String reason)
      implements HolderCommand {}

  /** Presses for an answer; a null assignment means all that are still out. */
  record UrgeOrders(@Nullable AssignmentId assignment, UrgeKind kind, String text)
      implements HolderCommand {}

  /** Takes in what an assignee says. */
  record ReceiveReport(AssignmentId assignment, Report report) implements HolderCommand {}

  /** Notes what became of the command that carried an order, or a redo, to another node. */
  record NoteDelivery(AssignmentId assignment, DeliveryResult result) implements HolderCommand {}
}
