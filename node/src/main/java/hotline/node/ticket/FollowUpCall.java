package hotline.node.ticket;

import java.time.Instant;

/**
 * A call to a dissatisfied citizen, to learn the reason (RVS-07).
 *
 * @param round which answer it is about
 * @param note what he said; when he was not reached, that he was not
 */
public record FollowUpCall(int round, Instant at, Actor by, boolean reached, String note) {}
