package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.classification.Category;
import hotline.node.classification.RedoGround;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.Urgency;
import hotline.node.error.ErrorCode;
import hotline.node.ticket.AssignmentAction;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentCommand.FinishStep;
import hotline.node.ticket.AssignmentCommand.PlanWork;
import hotline.node.ticket.Deadlines;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.Plan;
import hotline.node.ticket.Running;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketState;
import hotline.node.ticket.Watch;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What cannot be solved soon is gone about by a plan. Monday 2 March 2026, 09:00. */
@Requirement("RVS-18")
class PlanRulesTest {

  private static final PlanWork PLAN = plan(step("2026-03-04", "管线勘查"), step("2026-03-20", "更换主管"));

  @Test
  void aPlanHasStepsInTheOrderOfTheirDaysAndAnExplanation() {
    Story story = hard();
    Story.assertRefused(
        story.attemptUnit(1, new PlanWork(" ", PLAN.steps())), ErrorCode.PLAN_RULE, "解释");
    Story.assertRefused(story.attemptUnit(1, plan()), ErrorCode.PLAN_RULE, "至少有一个节点");
    Story.assertRefused(
        story.attemptUnit(1, plan(step("2026-03-20", "施工"), step("2026-03-04", "勘查"))),
        ErrorCode.PLAN_RULE,
        "日期先后");
    Story.assertRefused(
        story.attemptUnit(1, plan(step("2026-03-01", "昨天"))), ErrorCode.PLAN_RULE, "2026-03-02");
    Story.assertRefused(
        story.attemptUnit(1, plan(step("2026-03-04", " "))), ErrorCode.PLAN_RULE, "内容");

    story.unit(1, PLAN);

    Plan made = story.assignment(1).handling().plan();
    assertThat(made.steps()).extracting(Plan.Step::number).containsExactly(1, 2);
    assertThat(made.end()).isEqualTo("2026-03-20");
    assertThat(story.ticket().orders().all().get(0).handling().plan())
        .as("the platform has the same")
        .isEqualTo(made);
  }

  @Test
  void whatIsHardGetsMoreTimeOnlyWithAPlan() {
    Story story = hard();
    AssignmentCommand wish = new AssignmentCommand.RequestExtension("需协调", 3, true);
    Story.assertRefused(story.attemptUnit(1, wish), ErrorCode.PLAN_RULE, "办理计划");

    story.unit(1, PLAN).unit(1, wish);

    Story usual =
        Story.in(TicketState.IN_HANDLING).unit(1, new AssignmentCommand.SignForWork("已联系"));
    Checks.requireDecided(usual.attemptUnit(1, wish));
  }

  @Test
  void eachStepIsWatchedOverUntilItIsReached() {
    Story story = hard();
    assertThat(watched(story)).isEmpty();
    Story.assertRefused(story.attemptUnit(1, new FinishStep(1, "完成")), ErrorCode.STATE_FORBIDS);

    story.unit(1, PLAN);
    assertThat(watched(story)).contains(Instant.parse("2026-03-04T10:00:00Z"));
    assertThat(AssignmentAction.allowedFor(story.assignment(1)))
        .contains(AssignmentAction.FINISH_STEP);

    story.later(Duration.ofDays(1)).unit(1, new FinishStep(1, "已勘查，主管锈蚀"));
    assertThat(watched(story)).contains(Instant.parse("2026-03-20T10:00:00Z"));
    assertThat(story.ticket().orders().all().get(0).handling().plan().steps().get(0).done().note())
        .isEqualTo("已勘查，主管锈蚀");
    Story.assertRefused(
        story.attemptUnit(1, new FinishStep(1, "再次")), ErrorCode.PLAN_RULE, "第 1 个");

    story.unit(1, new FinishStep(2, "已更换"));
    assertThat(watched(story)).isEmpty();
    assertThat(AssignmentAction.allowedFor(story.assignment(1)))
        .doesNotContain(AssignmentAction.FINISH_STEP);
  }

  @Test
  void aNewPlanKeepsWhatWasDoneAndReplacesTheRest() {
    Story story = hard().unit(1, PLAN).unit(1, new FinishStep(1, "已勘查"));
    story.unit(1, plan(step("2026-03-25", "招标"), step("2026-04-15", "施工")));

    assertThat(story.assignment(1).handling().plan().steps())
        .extracting(step -> step.number() + " " + step.what())
        .containsExactly("1 管线勘查", "3 招标", "4 施工");
  }

  @Test
  void aNodePlansToo() {
    Story story = Story.accepted();
    SimulatedNode district = story.network.district;
    story.dispatch(district.self);
    story.network.deliverAll();
    story
        .at(district, story.order(1), new AssignmentCommand.SignForWork(null))
        .at(district, story.order(1), PLAN)
        .at(district, story.order(1), new FinishStep(1, "已勘查"));
    story.network.deliverAll();

    assertThat(story.ticket().orders().all().get(0).handling().plan())
        .isEqualTo(district.assignments.get(story.order(1)).handling().plan());
    Checks.bothEndsAgree(story.network);
  }

  @Test
  void aRedoIsPlannedAnew() {
    Story story =
        hard()
            .unit(1, PLAN)
            .unit(1, new AssignmentCommand.ReplyToHolder("已修复", true, true))
            .acceptReply(1)
            .done(Story.rating(Satisfaction.DISSATISFIED));
    story.done(new HolderCommand.RedoOrder(story.order(1), RedoGround.NOT_DILIGENT, "未办"));
    assertThat(story.assignment(1).handling().plan()).isNull();
  }

  private static Optional<Instant> watched(Story story) {
    return Deadlines.running(
            story.assignment(1), story.owner.context(story.network.now(), Story.STAFF))
        .stream()
        .filter(running -> running.watch() == Watch.PLAN_STEP)
        .map(Running::deadline)
        .map(deadline -> deadline.at())
        .findFirst();
  }

  private static Story hard() {
    return Story.atCity()
        .register(Appeals.of(Category.HELP, Urgency.COMPLEX), new TicketCommand.AcceptTicket(null))
        .dispatchTo(0)
        .unit(1, new AssignmentCommand.SignForWork("已联系"));
  }

  private static PlanWork plan(PlanWork.Step... steps) {
    return new PlanWork("主管老化，须待停暖后施工", List.of(steps));
  }

  private static PlanWork.Step step(String day, String what) {
    return new PlanWork.Step(LocalDate.parse(day), what);
  }
}
