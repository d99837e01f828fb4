package hotline.node.supervision;

import hotline.node.classification.AccountabilityGround;
import hotline.node.ticket.Actor;
import java.time.Instant;

/**
 * A case of accountability (SUP-08, SUP-09).
 *
 * @param person by post, e.g. 分管副局长; empty when the unit as a whole is meant
 * @param measure what is done about it
 */
public record Accountability(
    AccountabilityGround ground,
    String person,
    String finding,
    String measure,
    Instant at,
    Actor by) {}
