package hotline.node.supervision;

import hotline.node.ticket.Actor;
import java.time.Instant;

/** What somebody said when he did something once: handed it to the node above, or ended it. */
public record Remark(String text, Instant at, Actor by) {}
