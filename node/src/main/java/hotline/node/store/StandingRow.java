package hotline.node.store;

/**
 * A replica as it stands in its table.
 *
 * @param personal the personal part; empty when there is none
 * @param coherent whether every column beside the image says what the image says
 */
public record StandingRow(
    String id, long version, byte[] image, byte[] personal, boolean coherent) {}
