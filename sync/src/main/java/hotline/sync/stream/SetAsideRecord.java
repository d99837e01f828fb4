package hotline.sync.stream;

import java.time.Instant;

/**
 * A record that could not be applied and waits for a person.
 *
 * @param reason as the applier gave it
 */
public record SetAsideRecord(
    StreamId stream, long position, Instant appendedAt, Instant setAsideAt, String reason) {}
