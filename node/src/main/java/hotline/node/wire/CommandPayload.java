package hotline.node.wire;

/**
 * A command as the link carries it.
 *
 * @param type what the payload is, e.g. {@code instruction.Dispatched}; at most 64 characters
 */
public record CommandPayload(String type, byte[] payload) {

  @Override
  public String toString() {
    return "CommandPayload[" + type + ", " + payload.length + " bytes]";
  }
}
