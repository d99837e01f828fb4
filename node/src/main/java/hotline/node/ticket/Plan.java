package hotline.node.ticket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an assignee goes about a matter that cannot be solved soon: step by step, each with its day,
 * and with what it explains to the citizen (RVS-18). Both ends keep the same.
 *
 * @param explanation why it takes long, as the citizen is told
 * @param steps in the order of their days; one that was done stays when the plan is made anew
 */
public record Plan(String explanation, List<Step> steps, Instant at, Actor by) {

  public Plan {
    steps = List.copyOf(steps);
  }

  /**
   * A milestone.
   *
   * @param number 1, 2, 3 … within one assignment
   * @param day by the end of which it is to be reached
   * @param done null while it has not been
   */
  public record Step(int number, LocalDate day, String what, @Nullable Done done) {}

  /** That a milestone was reached. */
  public record Done(String note, Instant at, Actor by) {}

  /** The first milestone that has not been reached. */
  public Optional<Step> next() {
    return steps.stream().filter(step -> step.done() == null).findFirst();
  }

  /** The last day of the plan. */
  public LocalDate end() {
    return steps.get(steps.size() - 1).day();
  }

  Optional<Step> step(int number) {
    return steps.stream().filter(step -> step.number() == number).findFirst();
  }

  Plan done(int number, Done done) {
    List<Step> changed = new ArrayList<>();
    for (Step step : steps) {
      changed.add(step.number() == number ? new Step(number, step.day(), step.what(), done) : step);
    }
    return new Plan(explanation, changed, at, by);
  }
}
