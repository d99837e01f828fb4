package hotline.node.ticket;

import hotline.node.error.ErrorCode;
import hotline.node.ticket.AssignmentCommand.FinishStep;
import hotline.node.ticket.AssignmentCommand.PlanWork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Decides about plans for what cannot be solved soon (RVS-18). */
final class PlanDesk {

  private static final int LONGEST = 366;

  private final Assignment assignment;
  private final DecisionContext context;

  PlanDesk(Assignment assignment, DecisionContext context) {
    this.assignment = assignment;
    this.context = context;
  }

  /** A new plan takes the place of what is left of the one before; what was done stays. */
  Report make(PlanWork command) throws RefusedException {
    String explanation =
        RefusedException.requireText(command.explanation(), ErrorCode.PLAN_RULE, "对诉求人的解释说明");
    RefusedException.require(!command.steps().isEmpty(), ErrorCode.PLAN_RULE, "办理计划至少有一个节点，收到 0 个");
    Plan before = assignment.handling().plan();
    List<Plan.Step> steps =
        new ArrayList<>(
            Stream.ofNullable(before)
                .flatMap(plan -> plan.steps().stream())
                .filter(step -> step.done() != null)
                .toList());
    int number =
        before == null ? 0 : before.steps().stream().mapToInt(Plan.Step::number).max().orElse(0);
    LocalDate today = context.calendar().dayOf(context.now());
    LocalDate from = today;
    for (PlanWork.Step wanted : command.steps()) {
      String what = RefusedException.requireText(wanted.what(), ErrorCode.PLAN_RULE, "计划节点的内容");
      RefusedException.require(
          !wanted.day().isBefore(from) && !wanted.day().isAfter(today.plusDays(LONGEST)),
          ErrorCode.PLAN_RULE,
          "计划节点须按日期先后排列，在 " + from + " 至一年之内，收到 " + wanted.day());
      from = wanted.day();
      steps.add(new Plan.Step(++number, wanted.day(), what, null));
    }
    return new Report.Planned(new Plan(explanation, steps, context.now(), context.actor()));
  }

  Report finish(FinishStep command) throws RefusedException {
    Plan plan = assignment.handling().plan();
    Plan.Step step =
        plan == null
            ? null
            : plan.step(command.number()).filter(one -> one.done() == null).orElse(null);
    if (step == null) {
      throw new RefusedException(
          ErrorCode.PLAN_RULE, "派办 " + assignment.id() + " 没有未完成的第 " + command.number() + " 个计划节点");
    }
    String note = RefusedException.requireText(command.note(), ErrorCode.PLAN_RULE, "节点完成情况");
    return new Report.StepFinished(
        step.number(), new Plan.Done(note, context.now(), context.actor()));
  }

  /** What is hard gets more time only with a plan, where the policy says so. */
  void requirePlan(String what) throws RefusedException {
    boolean owed =
        context.policy().assignments().planFor().contains(assignment.subject().urgency());
    RefusedException.require(
        !owed || assignment.handling().plan() != null,
        ErrorCode.PLAN_RULE,
        "“" + assignment.subject().urgency().label() + "”诉求申请" + what + "前须先制定办理计划并向诉求人解释（RVS-18）");
  }
}
