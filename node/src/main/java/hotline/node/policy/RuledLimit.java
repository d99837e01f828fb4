package hotline.node.policy;

import hotline.node.calendar.Limit;

/**
 * A limit and what it follows from.
 *
 * @param rule a requirement row or the policy's own name for it
 */
public record RuledLimit(Limit limit, String rule) {}
