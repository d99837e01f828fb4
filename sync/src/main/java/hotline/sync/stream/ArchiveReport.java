package hotline.sync.stream;

import java.util.Optional;

/**
 * What recomputing the chain over the archive of one stream has shown.
 *
 * @param checked the position up to which the archive holds exactly what the origin signed
 * @param hash the chain hash there, as recomputed
 * @param damage where it does not; empty when all of it does
 */
public record ArchiveReport(StreamId stream, long checked, byte[] hash, Optional<Damage> damage) {

  /** Positions among which the first wrong record is, and what is wrong. */
  public record Damage(long from, long to, String reason) {}
}
