package hotline.node.federation;

import hotline.node.attaching.AttachmentNews;
import hotline.node.error.ErrorCode;
import hotline.node.error.RefusedException;
import hotline.node.intake.Repeats;
import hotline.node.oversight.SupervisionWork;
import hotline.node.store.TicketImage;
import hotline.node.ticket.Actor;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Instruction;
import hotline.node.ticket.NodeRef;
import hotline.node.ticket.Order;
import hotline.node.ticket.Orders;
import hotline.node.wire.AttachmentCommandWire;
import hotline.node.wire.CommandWire;
import hotline.node.wire.NeighbourCommand;
import hotline.node.wire.RepeatCommandWire;
import hotline.node.wire.SupervisionCommandWire;
import hotline.node.wire.TicketCopy;
import hotline.node.wire.TicketWire;
import hotline.node.wire.WireException;
import hotline.node.work.TicketWork;
import hotline.node.work.UnitOfWork;
import hotline.sync.NodeCode;
import hotline.sync.Tx;
import hotline.sync.command.CommandHandler;
import hotline.sync.command.CommandOutcome;
import hotline.sync.command.InboundCommand;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Carries out what neighbours command. A neighbour may only speak as the assigner of an assignment
 * that it dispatched, or as the assignee of an order that it was given.
 */
@Singleton
final class InboundCommands implements CommandHandler {

  private static final byte[] NO_RESULT = {};

  private final TicketWork work;
  private final SupervisionWork supervisions;
  private final Repeats repeats;
  private final AttachmentNews attachments;
  private final KnownNodes nodes;

  InboundCommands(
      TicketWork work,
      SupervisionWork supervisions,
      Repeats repeats,
      AttachmentNews attachments,
      KnownNodes nodes) {
    this.attachments = attachments;
    this.repeats = repeats;
    this.work = work;
    this.supervisions = supervisions;
    this.nodes = nodes;
  }

  @Override
  public CommandOutcome handle(Tx tx, InboundCommand inbound) {
    try {
      if (inbound.type().equals(SupervisionCommandWire.STANDS)) {
        supervisions.stands(
            tx, inbound.sender(), SupervisionCommandWire.readStands(inbound.payload()));
        return new CommandOutcome.Done(NO_RESULT);
      } else if (inbound.type().equals(SupervisionCommandWire.EXPLAINED)) {
        supervisions.explained(
            tx, inbound.sender(), SupervisionCommandWire.readExplained(inbound.payload()));
        return new CommandOutcome.Done(NO_RESULT);
      }
      if (inbound.type().equals(RepeatCommandWire.TOLD)) {
        repeats.told(tx, RepeatCommandWire.read(inbound.payload()));
        return new CommandOutcome.Done(NO_RESULT);
      }
      if (inbound.type().equals(AttachmentCommandWire.TOLD)) {
        attachments.told(tx, inbound.sender(), AttachmentCommandWire.read(inbound.payload()));
        return new CommandOutcome.Done(NO_RESULT);
      }
      NeighbourCommand command = CommandWire.decode(inbound.type(), inbound.payload());
      work.carryOut(
          tx,
          unit -> {
            unit.actAs(Actor.node(inbound.sender()));
            carryOut(unit, inbound.sender(), command);
            return true;
          });
      return new CommandOutcome.Done(NO_RESULT);
    } catch (WireException e) {
      return refused(ErrorCode.INVALID_INPUT, "指令无法识别：" + e.getMessage());
    } catch (RefusedException e) {
      return refused(e.code(), String.valueOf(e.getMessage()));
    }
  }

  private void carryOut(UnitOfWork unit, NodeCode sender, NeighbourCommand command) {
    AssignmentId id = command.assignment();
    if (command instanceof NeighbourCommand.Reported reported) {
      requireAssignee(unit, id, sender);
      unit.report(id, reported.report());
    } else if (command instanceof NeighbourCommand.Instructed instructed) {
      if (instructed.instruction() instanceof Instruction.Dispatched dispatched) {
        requireSender(dispatched.charge().assigner(), sender, id);
        nodes.heardOf(unit.tx(), dispatched.charge().assigner());
        unit.copy(copy(id, instructed.ticket()));
      } else {
        requireSender(unit.assignment(id).charge().assigner(), sender, id);
        if (instructed.ticket() != null) {
          unit.refresh(copy(id, instructed.ticket()));
        }
      }
      unit.instruct(id, instructed.instruction());
    }
  }

  private static TicketImage copy(
      AssignmentId id, @org.jspecify.annotations.Nullable TicketCopy copy) {
    if (copy == null || !copy.id().equals(id.ticket().toString())) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "派办 " + id + " 没有附上工单 " + id.ticket());
    }
    return new TicketImage(
        TicketWire.read(copy.image(), copy.personal()), copy.image(), copy.personal());
  }

  private static void requireSender(NodeRef assigner, NodeCode sender, AssignmentId id) {
    if (!assigner.code().equals(sender)) {
      throw notHis(id, sender);
    }
  }

  private static void requireAssignee(UnitOfWork unit, AssignmentId id, NodeCode sender) {
    Orders orders =
        id.holder()
            .map(holder -> unit.assignment(holder).orders())
            .orElseGet(() -> unit.ticket(id.ticket()).orders());
    Optional<Order> order = orders.find(id);
    boolean his =
        order.isPresent()
            && order.get().assignee() instanceof NodeRef node
            && node.code().equals(sender);
    if (!his) {
      throw notHis(id, sender);
    }
  }

  private static RefusedException notHis(AssignmentId id, NodeCode sender) {
    return new RefusedException(ErrorCode.FORBIDDEN, "派办 " + id + " 与节点 " + sender + " 无关，不能由其处理");
  }

  private static CommandOutcome refused(ErrorCode code, String message) {
    return new CommandOutcome.Refused(code.number(), code.name(), message);
  }
}
