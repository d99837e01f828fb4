package hotline.sync.stream;

/**
 * A place in a stream: a position, and the chain hash and time of the record there.
 *
 * @param appendedAtMicros 0 before the first record
 */
record StreamPoint(long position, byte[] hash, long appendedAtMicros) {

  static StreamPoint start() {
    return new StreamPoint(0, Hashes.zero(), 0);
  }
}
