package hotline.node.policy;

import hotline.node.classification.Category;
import hotline.node.classification.Urgency;
import java.util.Set;

/** The cases that a limit is about; an empty set means any. */
public record Case(Set<Category> categories, Set<Urgency> urgencies, Set<AssigneeKind> assignees) {

  public static final Case ANY = new Case(Set.of(), Set.of(), Set.of());

  public Case {
    categories = Set.copyOf(categories);
    urgencies = Set.copyOf(urgencies);
    assignees = Set.copyOf(assignees);
  }

  boolean matches(Category category, Urgency urgency, AssigneeKind assignee) {
    return (categories.isEmpty() || categories.contains(category))
        && (urgencies.isEmpty() || urgencies.contains(urgency))
        && (assignees.isEmpty() || assignees.contains(assignee));
  }
}
