package hotline.node.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import hotline.node.supervision.Supervision;
import hotline.node.supervision.SupervisionId;

/**
 * What goes between a node and the child that it supervises: down the supervision as it is, each
 * time it changes; up the child's explanation.
 */
public final class SupervisionCommandWire {

  /** From a parent to its child. */
  public static final String STANDS = "supervision.Stands";

  /** From a child to its parent. */
  public static final String EXPLAINED = "supervision.Explained";

  private SupervisionCommandWire() {}

  /** A child's explanation. */
  public record Explained(SupervisionId id, String text) {}

  public static CommandPayload stands(Supervision supervision) {
    return new CommandPayload(
        STANDS,
        hotline.v1.SupervisionCommand.newBuilder()
            .setId(supervision.id().toString())
            .setImage(ByteString.copyFrom(EntityForms.SUPERVISION.image(supervision).image()))
            .build()
            .toByteArray());
  }

  public static CommandPayload explained(SupervisionId id, String text) {
    return new CommandPayload(
        EXPLAINED,
        hotline.v1.SupervisionCommand.newBuilder()
            .setId(id.toString())
            .setText(text)
            .build()
            .toByteArray());
  }

  /**
   * @throws WireException when the bytes are none
   */
  public static Supervision readStands(byte[] payload) {
    return EntityForms.SUPERVISION.read(parse(payload).getImage().toByteArray(), new byte[0]);
  }

  /**
   * @throws WireException when the bytes are none
   */
  public static Explained readExplained(byte[] payload) {
    hotline.v1.SupervisionCommand command = parse(payload);
    try {
      return new Explained(SupervisionId.parse(command.getId()), command.getText());
    } catch (IllegalArgumentException e) {
      throw new WireException("not an explanation: " + e.getMessage(), e);
    }
  }

  private static hotline.v1.SupervisionCommand parse(byte[] payload) {
    try {
      return hotline.v1.SupervisionCommand.parseFrom(payload);
    } catch (InvalidProtocolBufferException e) {
      throw new WireException("not a supervision command: " + e.getMessage(), e);
    }
  }
}
