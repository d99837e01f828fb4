package hotline.node.ticket;

import java.time.Instant;

/** That the assignee spoke with the citizen, or tried to (LIF-01, ACC-14). */
public record Contact(Instant at, Actor by, String note) {}
