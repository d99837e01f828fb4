package hotline.local.demo.summary;

/**
 * How much of one node's records is at one node above it. The names are those of the JSON report.
 *
 * @param headsAgree whether both state the same hash for the last record
 */
public record StreamCounts(
    String origin, String at, long produced, long received, long applied, boolean headsAgree) {

  boolean complete() {
    return headsAgree && received == produced && applied == produced;
  }
}
