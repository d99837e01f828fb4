package hotline.sync.stream;

import hotline.sync.NodeCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the streams of a node stand, as this process sees it: positions from the database, so right
 * at any process; counters and lag since this process began to lead.
 *
 * @param leading whether this process sequences, publishes and applies
 * @param waiting journal rows that have no position yet
 * @param parent what the parent brings; empty at the top, and where this process does not lead
 * @param children what the children bring; none where this process does not lead
 */
public record StreamStatus(
    boolean leading,
    long waiting,
    List<Produced> produced,
    List<Received> received,
    Optional<Link> parent,
    List<Link> children) {

  /**
   * One of the node's own streams.
   *
   * @param position of the last record
   * @param hash of the chain there
   * @param confirmed the position up to which the broker has confirmed; 0 for the uplink of the top
   */
  public record Produced(
      StreamId stream, long position, byte[] hash, Instant appendedAt, long confirmed) {}

  /**
   * A stream of another node.
   *
   * @param received the highest position seen
   * @param applied the position up to which records are applied
   * @param hash of the chain at {@code applied}
   * @param appendedAt when the origin journaled the record at {@code applied}
   * @param appliedAt when it was applied here
   * @param stated how far the origin says that it is, by its own signature
   * @param statedHash the origin's chain hash there
   * @param headsAgree whether the origin's statement is reached here and the hashes are equal
   * @param setAside how many records wait for a person
   * @param lagP50 half of the records were applied within this time of being journaled
   * @param lagP99 99 of 100 were
   * @param trouble why the stream does not go on; empty when it does
   */
  public record Received(
      StreamId stream,
      long received,
      long applied,
      byte[] hash,
      Instant appendedAt,
      Instant appliedAt,
      long stated,
      byte[] statedHash,
      Instant statedAt,
      boolean headsAgree,
      long setAside,
      Duration lagP50,
      Duration lagP99,
      String trouble) {

    /** Records that the origin has stated and that are not applied here. */
    public long backlog() {
      return Math.max(0, stated - applied);
    }
  }

  /**
   * The link to a neighbour, as far as the streams that it brings are concerned.
   *
   * @param sinceAnswer how long ago it last answered a heads exchange; empty when it never did
   * @param damaged messages dropped because they were not what their origin signed
   * @param foreign batches refused because the neighbour may not bring their stream
   * @param repeated records that came a second time
   * @param refilled records fetched over gRPC
   * @param trouble what fails at present; empty when nothing does
   */
  public record Link(
      NodeCode code,
      Optional<Duration> sinceAnswer,
      long damaged,
      long foreign,
      long repeated,
      long refilled,
      String trouble) {}
}
