package hotline.node.policy;

import hotline.node.classification.Category;
import hotline.node.classification.Urgency;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time that things may take.
 *
 * @param dispatch from acceptance to dispatch (SLA-01)
 * @param signFor from dispatch to sign-for (SLA-02)
 * @param statutory what the law says of some matters, which wins over {@code handling} (SLA-07)
 * @param handling tried in order, the last matches everything (SLA-03 to SLA-07)
 * @param returns tried in order, the last matches everything (SLA-09)
 * @param returnReview from a return to the decision about it, null where there is none (LIF-07)
 * @param slack working time that a node keeps for itself when it sends received work on, so that
 *     its own answer can be in time (XTR-10)
 * @param nearlyDue the share of a limit, in percent, that is left when it counts as nearly due
 */
public record Limits(
    RuledLimit dispatch,
    RuledLimit signFor,
    List<StatutoryLimit> statutory,
    List<HandlingLimit> handling,
    List<ReturnLimit> returns,
    @Nullable RuledLimit returnReview,
    Duration slack,
    int nearlyDue) {

  public Limits {
    statutory = List.copyOf(statutory);
    handling = List.copyOf(handling);
    returns = List.copyOf(returns);
  }

  /**
   * How long handling may take.
   *
   * @param matter code of what it is about, null where nobody has said
   */
  public HandlingLimit handling(
      @Nullable String matter, Category category, Urgency urgency, AssigneeKind assignee) {
    HandlingLimit usual = handling(category, urgency, assignee);
    return statutory.stream()
        .filter(rule -> rule.isAbout(matter))
        .findFirst()
        .map(rule -> rule.over(usual))
        .orElse(usual);
  }

  /** Likewise of what the law says nothing about. */
  public HandlingLimit handling(Category category, Urgency urgency, AssigneeKind assignee) {
    return handling.stream()
        .filter(rule -> rule.when().matches(category, urgency, assignee))
        .findFirst()
        .orElseThrow();
  }

  public RuledLimit returns(Category category, Urgency urgency, AssigneeKind assignee) {
    return returns.stream()
        .filter(rule -> rule.when().matches(category, urgency, assignee))
        .findFirst()
        .orElseThrow()
        .limit();
  }
}
