package hotline.node.ticket;

import java.time.Instant;

/** That an assignment is handled as one with another, whose reply answers both (LIF-15). */
public record Merge(AssignmentId into, Instant at, Actor by) {}
