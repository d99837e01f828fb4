package hotline.sync.stream;

/**
 * The part of a batch that is applied: positions {@code from} to {@code to}.
 *
 * @param hash the chain hash at {@code to}
 */
record ReceivedPiece(Batch batch, long from, long to, byte[] hash) {}
