package hotline.sync.stream;

import java.time.Instant;

/**
 * A record of another node, verified against its origin's chain.
 *
 * @param personal empty when the record has none, or when a masked link dropped it
 * @param appendedAt when the origin journaled it
 */
public record ReceivedRecord(long position, byte[] body, byte[] personal, Instant appendedAt) {}
