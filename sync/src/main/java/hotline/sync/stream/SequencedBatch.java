package hotline.sync.stream;

/**
 * Consecutive records of one of this node's own streams, with their place in the chain.
 *
 * @param records packed, as in {@code SignedBatch}
 */
record SequencedBatch(
    String stream,
    long firstPosition,
    long lastPosition,
    byte[] previousHash,
    byte[] lastHash,
    long appendedAtMicros,
    byte[] records) {

  int count() {
    return (int) (lastPosition - firstPosition + 1);
  }
}
