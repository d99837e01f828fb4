package hotline.node.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import hotline.node.ticket.TicketId;
import java.util.List;

/**
 * Files of a ticket, told by the holder of an order to its assignee: behind the dispatch itself.
 */
public final class AttachmentCommandWire {

  public static final String TOLD = "attachment.Told";

  private AttachmentCommandWire() {}

  /**
   * Which files a ticket has.
   *
   * @param images as their owners wrote them
   */
  public record Told(TicketId ticket, List<byte[]> images) {
    public Told {
      images = List.copyOf(images);
    }
  }

  public static CommandPayload write(Told told) {
    return new CommandPayload(
        TOLD,
        hotline.v1.AttachmentsCommand.newBuilder()
            .setTicketId(told.ticket().toString())
            .addAllImages(told.images().stream().map(ByteString::copyFrom).toList())
            .build()
            .toByteArray());
  }

  /**
   * @throws WireException when the bytes are none
   */
  public static Told read(byte[] payload) {
    try {
      hotline.v1.AttachmentsCommand command = hotline.v1.AttachmentsCommand.parseFrom(payload);
      return new Told(
          TicketId.parse(command.getTicketId()),
          command.getImagesList().stream().map(ByteString::toByteArray).toList());
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new WireException("not about files of a ticket: " + e.getMessage(), e);
    }
  }
}
