package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.NoticeKind;
import hotline.node.classification.RedoGround;
import hotline.node.classification.Role;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.ScreeningGround;
import hotline.node.error.ErrorCode;
import hotline.node.policy.PolicyFile;
import hotline.node.ticket.Actor;
import hotline.node.ticket.Decision;
import hotline.node.ticket.DecisionContext;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.TicketAction;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketLife;
import hotline.node.ticket.TicketState;
import hotline.node.ticket.UnitCode;
import hotline.requirements.Requirement;
import org.junit.jupiter.api.Test;

/** What follows from a rating that does not pass, under the rules of Qingyang. */
class DissatisfactionRulesTest {

  private static final Actor REVIEWER = Actor.user("shenhe", Role.REVIEWER);

  @Test
  @Requirement("RVS-07")
  void whoIsDissatisfiedByMessageIsCalledBeforeAnythingFollows() {
    Story story = dissatisfiedBy(FollowUpChannel.LINK);
    HolderCommand redo = new HolderCommand.RedoOrder(story.order(1), RedoGround.NOT_DILIGENT, "未办");
    Story.assertRefused(story.attempt(redo), ErrorCode.FOLLOW_UP_RULE, "人工电话回访");
    Story.assertRefused(
        story.attempt(new TicketCommand.ExplainToRequester("超出政策")), ErrorCode.FOLLOW_UP_RULE);

    story.done(new TicketCommand.NoteFollowUpCall(true, "称路灯仍不亮")).done(redo);

    assertThat(story.ticket().state()).isEqualTo(TicketState.IN_HANDLING);
    assertThat(story.ticket().followUps().calls()).hasSize(1);
  }

  @Test
  @Requirement("RVS-07")
  void whoCannotBeReachedIsTriedThreeTimes() {
    Story story = dissatisfiedBy(FollowUpChannel.SMS);
    TicketCommand explain = new TicketCommand.ExplainToRequester("超出现行政策");
    TicketCommand call = new TicketCommand.NoteFollowUpCall(false, "无人接听");
    story.done(call).done(call);
    Story.assertRefused(story.attempt(explain), ErrorCode.FOLLOW_UP_RULE, "2次");

    story.done(call).done(explain);

    assertThat(story.ticket().state()).isEqualTo(TicketState.CLOSED);
  }

  @Test
  @Requirement("RVS-07")
  void aDissatisfiedRatingGivenByPhoneIsTheCallItself() {
    Story story = dissatisfiedBy(FollowUpChannel.CALL);
    story.done(new HolderCommand.RedoOrder(story.order(1), RedoGround.EVASIVE_REPLY, "避重就轻"));
    assertThat(story.ticket().state()).isEqualTo(TicketState.IN_HANDLING);
  }

  @Test
  @Requirement({"RVS-15", "RVS-13"})
  void aUnitDoesNotRateItsOwnWork() {
    Story story = Story.in(TicketState.AWAITING_FOLLOW_UP);
    Actor unit = Actor.unitUser("unit-U1", UnitCode.of("U1"));
    Story.assertRefused(
        story.owner.decide(story.id, Story.rating(Satisfaction.SATISFIED), unit),
        ErrorCode.FORBIDDEN,
        "承办单位");
  }

  @Test
  @Requirement("RVS-11")
  void aScreeningIsAskedForAndDecidedByDifferentPeople() {
    Story story = dissatisfiedBy(FollowUpChannel.CALL);
    story.done(new TicketCommand.RequestScreening(ScreeningGround.LAWFUL_PROCEDURE, "已组织行政调解两次"));
    TicketCommand approve = new TicketCommand.DecideScreening(true, null);
    Story.assertRefused(story.attempt(approve), ErrorCode.SCREENING_RULE, "不同的人");

    Checks.requireDecided(story.owner.decide(story.id, approve, REVIEWER));

    assertThat(story.ticket().followUps().screened(1)).isTrue();
    assertThat(TicketAction.allowedFor(story.ticket()))
        .doesNotContain(TicketAction.REQUEST_SCREENING, TicketAction.DECIDE_SCREENING);
  }

  @Test
  @Requirement({"RVS-11", "Q-08"})
  void onlyADissatisfiedRatingIsScreened() {
    Story satisfied = Story.in(TicketState.CLOSED);
    Story.assertRefused(
        satisfied.attempt(
            new TicketCommand.RequestScreening(ScreeningGround.LAWFUL_PROCEDURE, "已尽职")),
        ErrorCode.STATE_FORBIDS);
  }

  @Test
  @Requirement("RVS-11")
  void theGroundMustFitTheTicket() {
    Story story = dissatisfiedBy(FollowUpChannel.CALL);
    Story.assertRefused(
        story.attempt(new TicketCommand.RequestScreening(ScreeningGround.SUGGESTION, "建议")),
        ErrorCode.SCREENING_RULE,
        "建议类");
    TicketCommand explained =
        new TicketCommand.RequestScreening(ScreeningGround.NO_BASIS_EXPLAINED, "已解释");
    Story.assertRefused(story.attempt(explained), ErrorCode.SCREENING_RULE, "解释");

    story.done(new TicketCommand.ExplainToRequester("超出现行政策")).done(explained);

    assertThat(TicketAction.allowedFor(story.ticket()))
        .contains(TicketAction.DECIDE_SCREENING)
        .doesNotContain(TicketAction.ARCHIVE);
  }

  @Test
  @Requirement("RVS-11")
  void aScreeningThatIsTurnedDownNeedsAReasonAndLeavesTheRating() {
    Story story = dissatisfiedBy(FollowUpChannel.CALL);
    story.done(new TicketCommand.RequestScreening(ScreeningGround.LAWFUL_PROCEDURE, "已尽职"));
    Story.assertRefused(
        story.owner.decide(story.id, new TicketCommand.DecideScreening(false, " "), REVIEWER),
        ErrorCode.OPINION_MISSING);

    Checks.requireDecided(
        story.owner.decide(story.id, new TicketCommand.DecideScreening(false, "没有调解记录"), REVIEWER));

    assertThat(story.ticket().followUps().screened(1)).isFalse();
    assertThat(TicketAction.allowedFor(story.ticket())).contains(TicketAction.REQUEST_SCREENING);
  }

  @Test
  @Requirement("RVS-02")
  void anAnswerThatHasBeenSentCountsAsHandledOnce() {
    Story story = Story.in(TicketState.AWAITING_FOLLOW_UP);
    assertThat(story.ticket().followUps().sentAt()).isNull();
    story.done(new TicketCommand.NoteAnswerSent());
    long version = story.ticket().version();
    assertThat(story.ticket().followUps().sentAt()).isNotNull();

    story.done(new TicketCommand.NoteAnswerSent());

    assertThat(story.ticket().version()).isEqualTo(version);
  }

  @Test
  @Requirement("RVS-10")
  void anExplanationIsToldToTheCitizen() {
    Story story = dissatisfiedBy(FollowUpChannel.CALL);
    story.done(new TicketCommand.ExplainToRequester("超出现行政策"));
    assertThat(story.network.notices())
        .anyMatch(n -> n.kind() == NoticeKind.EXPLAINED && n.text().equals("超出现行政策"));
  }

  @Test
  @Requirement("RVS-12")
  void baotouAsksTwoQuestionsOnly() {
    Story story = Story.in(TicketState.AWAITING_FOLLOW_UP);
    Story.assertRefused(
        under("baotou", story, Story.rating(Satisfaction.BASICALLY_SATISFIED)),
        ErrorCode.FOLLOW_UP_RULE,
        "是否满意、是否解决");
    Checks.requireDecided(under("baotou", story, Story.rating(Satisfaction.SATISFIED)));
  }

  @Test
  @Requirement("LIF-20")
  void nanjingHearsTheLegalPanelBeforeARedo() {
    Story story = dissatisfiedBy(FollowUpChannel.CALL);
    HolderCommand redo = new HolderCommand.RedoOrder(story.order(1), RedoGround.NOT_DILIGENT, "未办");
    Story.assertRefused(under("nanjing", story, redo), ErrorCode.REDO_RULE, "法律顾问");

    story.done(new TicketCommand.GivePanelOpinion(true, "应当重办"));

    Checks.requireDecided(under("nanjing", story, redo));
  }

  @Test
  @Requirement({"LIF-20", "RVS-10"})
  void whatThePanelFindsNoFaultInIsExplainedNotRedone() {
    Story story =
        dissatisfiedBy(FollowUpChannel.CALL)
            .done(new TicketCommand.GivePanelOpinion(false, "已依法履职"));
    HolderCommand redo = new HolderCommand.RedoOrder(story.order(1), RedoGround.NOT_DILIGENT, "未办");
    Story.assertRefused(under("nanjing", story, redo), ErrorCode.REDO_RULE, "解释");
  }

  @Test
  @Requirement("RVS-11")
  void whereThePolicyKnowsNoScreeningThereIsNone() {
    Story.assertRefused(
        under(
            "baotou",
            dissatisfiedBy(FollowUpChannel.CALL),
            new TicketCommand.RequestScreening(ScreeningGround.LAWFUL_PROCEDURE, "已尽职")),
        ErrorCode.SCREENING_RULE,
        "没有甄别");
  }

  private static Decision<?> under(String policy, Story story, TicketCommand command) {
    DecisionContext usual = story.owner.context(story.network.now(), Story.STAFF);
    return TicketLife.decide(
        story.ticket(),
        command,
        new DecisionContext(
            PolicyFile.bundled(policy),
            usual.calendar(),
            usual.now(),
            usual.actor(),
            usual.self(),
            usual.parent()));
  }

  private static Story dissatisfiedBy(FollowUpChannel channel) {
    return Story.in(TicketState.AWAITING_FOLLOW_UP)
        .done(new TicketCommand.FollowUpTicket(channel, Satisfaction.DISSATISFIED, false, "没修好"));
  }
}
