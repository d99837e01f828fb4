package hotline.node.ticket;

import java.time.Instant;

/** What the citizen was told. */
public record Answer(String content, Instant at, Actor by) {}
