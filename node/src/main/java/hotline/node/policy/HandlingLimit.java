package hotline.node.policy;

import hotline.node.calendar.Limit;
import org.jspecify.annotations.Nullable;

/**
 * How long handling may take in some cases.
 *
 * @param reply until the reply
 * @param feedback until the first feedback, null where none is demanded (SLA-06)
 */
public record HandlingLimit(Case when, RuledLimit reply, @Nullable Limit feedback) {}
