package hotline.node.view;

import hotline.node.ticket.Plan;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a matter that cannot be solved soon is gone about (RVS-18). */
@Serdeable
public record PlanView(
    @FreeText String explanation, List<StepView> steps, OffsetDateTime at, String by) {

  static @Nullable PlanView of(@Nullable Plan plan) {
    return plan == null
        ? null
        : new PlanView(
            plan.explanation(),
            plan.steps().stream().map(StepView::of).toList(),
            Times.local(plan.at()),
            plan.by().id());
  }

  /** A milestone, and when and how it was reached. */
  @Serdeable
  public record StepView(
      int number,
      LocalDate day,
      @FreeText String what,
      @Nullable OffsetDateTime doneAt,
      @FreeText @Nullable String note) {

    static StepView of(Plan.Step step) {
      Plan.Done done = step.done();
      return new StepView(
          step.number(),
          step.day(),
          step.what(),
          done == null ? null : Times.local(done.at()),
          done == null ? null : done.note());
    }
  }
}
