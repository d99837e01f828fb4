package hotline.node.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import hotline.node.ticket.TicketId;

/**
 * What a node tells down the tree about a ticket of a node below: the same person's same matter is,
 * or was, dealt with at another node. It names tickets only, never the person.
 */
public final class RepeatCommandWire {

  /** From a parent to its child, which passes on what is not its own. */
  public static final String TOLD = "repeat.Told";

  private RepeatCommandWire() {}

  /** Which ticket repeats which. */
  public record Told(TicketId ticket, TicketId earlier, boolean concluded) {}

  public static CommandPayload write(Told told) {
    return new CommandPayload(
        TOLD,
        hotline.v1.RepeatCommand.newBuilder()
            .setTicketId(told.ticket().toString())
            .setEarlierId(told.earlier().toString())
            .setConcluded(told.concluded())
            .build()
            .toByteArray());
  }

  /**
   * @throws WireException when the bytes are none
   */
  public static Told read(byte[] payload) {
    try {
      hotline.v1.RepeatCommand command = hotline.v1.RepeatCommand.parseFrom(payload);
      return new Told(
          TicketId.parse(command.getTicketId()),
          TicketId.parse(command.getEarlierId()),
          command.getConcluded());
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new WireException("not about a repeated ticket: " + e.getMessage(), e);
    }
  }
}
