package hotline.sync.stream;

/**
 * A fact to be journaled.
 *
 * @param stream which of this node's streams it goes to, e.g. {@link StreamId#UPLINK}
 * @param body what the chain covers, opaque here; at most 1 MiB
 * @param personal the sealed personal part, which a link of masked scope drops; empty when there is
 *     none
 */
public record JournalEntry(String stream, byte[] body, byte[] personal) {

  public static JournalEntry uplink(byte[] body, byte[] personal) {
    return new JournalEntry(StreamId.UPLINK, body, personal);
  }

  /** A fact for a department that has subscribed (XTR-05). */
  public static JournalEntry peer(String subscriber, byte[] body, byte[] personal) {
    return new JournalEntry(PeerStream.nameOf(subscriber), body, personal);
  }

  /** A fact for all nodes below; nothing in it is personal. */
  public static JournalEntry broadcast(byte[] body) {
    return new JournalEntry(StreamId.BROADCAST, body, new byte[0]);
  }
}
