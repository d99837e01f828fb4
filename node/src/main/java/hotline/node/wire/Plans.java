package hotline.node.wire;

import hotline.node.ticket.Plan;
import java.time.LocalDate;

/** Plans for what cannot be solved soon. */
final class Plans {

  private Plans() {}

  static hotline.v1.Plan write(Plan plan) {
    hotline.v1.Plan.Builder builder =
        hotline.v1.Plan.newBuilder()
            .setExplanation(plan.explanation())
            .setAtMicros(Basics.micros(plan.at()))
            .setBy(Basics.write(plan.by()));
    plan.steps().forEach(step -> builder.addSteps(write(step)));
    return builder.build();
  }

  static Plan read(hotline.v1.Plan plan) {
    return new Plan(
        plan.getExplanation(),
        plan.getStepsList().stream().map(Plans::read).toList(),
        Basics.instant(plan.getAtMicros()),
        Basics.read(plan.getBy()));
  }

  static hotline.v1.Plan.Done write(Plan.Done done) {
    return hotline.v1.Plan.Done.newBuilder()
        .setNote(done.note())
        .setAtMicros(Basics.micros(done.at()))
        .setBy(Basics.write(done.by()))
        .build();
  }

  static Plan.Done read(hotline.v1.Plan.Done done) {
    return new Plan.Done(
        done.getNote(), Basics.instant(done.getAtMicros()), Basics.read(done.getBy()));
  }

  private static hotline.v1.Plan.Step write(Plan.Step step) {
    hotline.v1.Plan.Step.Builder builder =
        hotline.v1.Plan.Step.newBuilder()
            .setNumber(step.number())
            .setDay((int) step.day().toEpochDay())
            .setWhat(step.what());
    if (step.done() != null) {
      builder.setDone(write(step.done()));
    }
    return builder.build();
  }

  private static Plan.Step read(hotline.v1.Plan.Step step) {
    return new Plan.Step(
        step.getNumber(),
        LocalDate.ofEpochDay(step.getDay()),
        step.getWhat(),
        step.hasDone() ? read(step.getDone()) : null);
  }
}
