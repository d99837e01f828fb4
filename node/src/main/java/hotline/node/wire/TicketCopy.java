package hotline.node.wire;

/**
 * A ticket as one node hands it to another with a dispatch: the stored bytes, passed on as they
 * are.
 *
 * @param image as in {@link EntityImage}
 * @param personal as {@link TicketWire#personal}; empty when there is none
 */
public record TicketCopy(String id, long version, byte[] image, byte[] personal) {

  @Override
  public String toString() {
    return "TicketCopy[" + id + " v" + version + "]";
  }
}
