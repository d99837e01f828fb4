package hotline.node.federation;

import hotline.node.error.RefusedException;
import hotline.node.ticket.Actor;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.DeliveryResult;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.Instruction;
import hotline.node.wire.CommandWire;
import hotline.node.wire.NeighbourCommand;
import hotline.node.work.TicketWork;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.command.CommandId;
import hotline.sync.command.CommandOutcome;
import hotline.sync.command.OutcomeListener;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes at an order what became of the command that carried it: a refusal shows there, where the
 * dispatcher finds it.
 */
@Singleton
final class Deliveries implements OutcomeListener {

  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

  private final TicketWork work;

  Deliveries(TicketWork work) {
    this.work = work;
  }

  @Override
  public void onOutcome(
      Tx tx,
      CommandId id,
      NodeCode target,
      String orderingKey,
      String type,
      byte[] payload,
      CommandOutcome outcome) {
    if (outcome instanceof CommandOutcome.Refused refused) {
      log.warn("{} refused command {} {}: {}", target, type, id, refused.errorName());
    }
    order(type, payload).ifPresent(order -> note(tx, order, Actor.node(target), result(outcome)));
  }

  @Override
  public void onCancelled(
      Tx tx, CommandId id, NodeCode target, String orderingKey, String type, byte[] payload) {
    order(type, payload)
        .ifPresent(
            order -> note(tx, order, Actor.SYSTEM, new DeliveryResult.GivenUp("指令未能送达，已由人工撤销")));
  }

  private void note(Tx tx, AssignmentId order, Actor actor, DeliveryResult result) {
    try {
      work.carryOut(
          tx,
          unit -> {
            unit.actAs(actor);
            unit.decideAsHolder(order, new HolderCommand.NoteDelivery(order, result));
            return true;
          });
    } catch (RefusedException e) {
      // the order has moved on: nothing is left to be noted, and the command is settled all the
      // same
      log.info("delivery of {} not noted: {}", order, e.code());
    }
  }

  /** The order that the command carried out to its assignee; empty for other commands. */
  private static Optional<AssignmentId> order(String type, byte[] payload) {
    return CommandWire.isAboutOrders(type)
            && CommandWire.decode(type, payload) instanceof NeighbourCommand.Instructed instructed
            && (instructed.instruction() instanceof Instruction.Dispatched
                || instructed.instruction() instanceof Instruction.Redo)
        ? Optional.of(instructed.assignment())
        : Optional.empty();
  }

  private static DeliveryResult result(CommandOutcome outcome) {
    return outcome instanceof CommandOutcome.Refused refused
        ? new DeliveryResult.TurnedDown(refused.message())
        : new DeliveryResult.Arrived();
  }
}
