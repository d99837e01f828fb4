package hotline.node.supervision;

import hotline.node.ticket.Actor;
import java.time.Instant;

/** A coordination, interview, meeting or visit that took place, and what came of it. */
public record Session(Instant at, Actor by, String participants, String conclusion) {}
