package hotline.node.ticket;

import hotline.node.classification.UrgeKind;
import java.time.Instant;

/** A reminder 催办 or a supervision notice 督办 to an assignee. */
public record Urge(UrgeKind kind, String text, Instant at, Actor by) {}
