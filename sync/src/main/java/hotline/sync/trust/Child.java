package hotline.sync.trust;

import hotline.sync.NodeCode;
import java.time.Instant;

/**
 * A node enrolled directly below this one.
 *
 * @param address host:port of its link server
 * @param revoked it is no longer let in
 */
public record Child(
    NodeCode code, String name, String address, Instant enrolledAt, boolean revoked) {}
