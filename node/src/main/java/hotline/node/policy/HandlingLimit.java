package hotline.node.policy;

import hotline.node.calendar.Limit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long handling may take in some cases.
 *
 * @param reply until the reply, or what else {@code metBy} names
 * @param feedback until the first feedback, null where none is demanded (SLA-06)
 * @param metBy which of them, the earliest, satisfies the first limit
 */
public record HandlingLimit(
    Case when, RuledLimit reply, @Nullable Limit feedback, Set<Milestone> metBy) {

  public HandlingLimit {
    metBy = Set.copyOf(metBy);
  }
}
