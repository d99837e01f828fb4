package hotline.local.demo.summary;

import java.util.List;

/**
 * The network as all nodes state it at one moment.
 *
 * @param setAside how many records could not be applied anywhere
 */
record Observed(List<NodeCounts> nodes, List<StreamCounts> streams, Lag lag, long setAside) {

  boolean complete() {
    return streams.stream().allMatch(StreamCounts::complete);
  }

  /** How much has arrived in all: grows as long as there is progress. */
  long arrived() {
    return streams.stream().mapToLong(StreamCounts::applied).sum();
  }

  List<StreamCounts> missing() {
    return streams.stream().filter(stream -> !stream.complete()).toList();
  }
}
