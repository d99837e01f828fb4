package hotline.node.ticket;

import java.time.Instant;

/**
 * That an assignment was taken on.
 *
 * @param deemed whether it only counts as signed for because the limit ran out (LIF-02)
 */
public record SignFor(Instant at, Actor by, boolean deemed) {}
