package hotline.node.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.Effect;
import hotline.node.ticket.Instruction;
import org.jspecify.annotations.Nullable;

/** Effects for another node as commands of the link, and back. */
public final class CommandWire {

  private static final String INSTRUCTION = "instruction.";
  private static final String REPORT = "report.";

  private CommandWire() {}

  /**
   * A command from the holder of an order to its assignee.
   *
   * @param ticket the ticket as the sender has it stored: needed with {@link
   *     Instruction.Dispatched}, otherwise it refreshes the copy at the assignee
   * @throws IllegalArgumentException when a dispatch comes without the ticket
   */
  public static CommandPayload encode(Effect.Instruct effect, @Nullable TicketCopy ticket) {
    hotline.v1.InstructionCommand.Builder command =
        Instructions.write(effect.instruction()).setAssignmentId(effect.assignment().toString());
    if (ticket == null && effect.instruction() instanceof Instruction.Dispatched) {
      throw new IllegalArgumentException(
          "dispatch " + effect.assignment() + ": expected the ticket with it");
    }
    if (ticket != null) {
      command.setTicket(
          hotline.v1.TicketCopy.newBuilder()
              .setId(ticket.id())
              .setVersion(ticket.version())
              .setImage(ByteString.copyFrom(ticket.image()))
              .setPersonal(ByteString.copyFrom(ticket.personal())));
    }
    return new CommandPayload(
        INSTRUCTION + effect.instruction().getClass().getSimpleName(),
        command.build().toByteArray());
  }

  /** A command from an assignee to the holder of its order. */
  public static CommandPayload encode(Effect.SendReport effect) {
    return new CommandPayload(
        REPORT + effect.report().getClass().getSimpleName(),
        Instructions.write(effect.report())
            .setAssignmentId(effect.assignment().toString())
            .build()
            .toByteArray());
  }

  /** Whether commands of a type are between the holder of an order and its assignee. */
  public static boolean isAboutOrders(String type) {
    return type.startsWith(INSTRUCTION) || type.startsWith(REPORT);
  }

  /**
   * Reads what a neighbour, or this node itself, has encoded.
   *
   * @throws WireException when the type is not known here or the payload is not of this type
   */
  public static NeighbourCommand decode(String type, byte[] payload) {
    try {
      if (type.startsWith(INSTRUCTION)) {
        hotline.v1.InstructionCommand command = hotline.v1.InstructionCommand.parseFrom(payload);
        return new NeighbourCommand.Instructed(
            AssignmentId.parse(command.getAssignmentId()),
            Instructions.read(command),
            command.hasTicket() ? read(command.getTicket()) : null);
      } else if (type.startsWith(REPORT)) {
        hotline.v1.ReportCommand command = hotline.v1.ReportCommand.parseFrom(payload);
        return new NeighbourCommand.Reported(
            AssignmentId.parse(command.getAssignmentId()), Instructions.read(command));
      }
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new WireException("not a command " + type + ": " + e.getMessage(), e);
    }
    throw new WireException(
        "command type '" + type + "': expected " + INSTRUCTION + "… or " + REPORT + "…");
  }

  private static TicketCopy read(hotline.v1.TicketCopy copy) {
    return new TicketCopy(
        copy.getId(),
        copy.getVersion(),
        copy.getImage().toByteArray(),
        copy.getPersonal().toByteArray());
  }
}
