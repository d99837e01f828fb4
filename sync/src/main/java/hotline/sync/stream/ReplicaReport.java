package hotline.sync.stream;

import java.util.List;

/**
 * What comparing the replica tables with what the records of one stream left there has shown.
 *
 * @param from the first position of which it is known what it left; later than 1 when the node was
 *     upgraded from a version that did not note it
 * @param position up to which the stream was applied when the comparison ended
 * @param compared how many images were found as they were left
 * @param wrong how much was not
 * @param findings the first of it
 */
public record ReplicaReport(
    StreamId stream,
    long from,
    long position,
    long compared,
    long wrong,
    List<ReplicaFinding> findings) {

  /** How many findings a report spells out. */
  public static final int SPELLED_OUT = 100;

  /** Whether everything is as the records left it. */
  public boolean proven() {
    return wrong == 0;
  }
}
