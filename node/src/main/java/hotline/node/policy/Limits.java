package hotline.node.policy;

import hotline.node.classification.Category;
import hotline.node.classification.Urgency;
import java.time.Duration;
import java.util.List;

/**
 * The time that things may take.
 *
 * @param dispatch from acceptance to dispatch (SLA-01)
 * @param signFor from dispatch to sign-for (SLA-02)
 * @param handling tried in order, the last matches everything (SLA-03 to SLA-07)
 * @param returns tried in order, the last matches everything (SLA-09)
 * @param slack working time that a node keeps for itself when it sends received work on, so that
 *     its own answer can be in time (XTR-10)
 */
public record Limits(
    RuledLimit dispatch,
    RuledLimit signFor,
    List<HandlingLimit> handling,
    List<ReturnLimit> returns,
    Duration slack) {

  public Limits {
    handling = List.copyOf(handling);
    returns = List.copyOf(returns);
    if (handling.isEmpty() || !handling.get(handling.size() - 1).when().equals(Case.ANY)) {
      throw new IllegalArgumentException("limits.handling: expected a last rule without 'when'");
    }
    if (returns.isEmpty() || !returns.get(returns.size() - 1).when().equals(Case.ANY)) {
      throw new IllegalArgumentException("limits.return: expected a last rule without 'when'");
    }
    if (slack.isNegative()) {
      throw new IllegalArgumentException("limits.slack " + slack + ": expected not below nothing");
    }
  }

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
