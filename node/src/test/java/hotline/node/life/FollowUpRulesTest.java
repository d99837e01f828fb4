package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.classification.ClosureKind;
import hotline.node.classification.FollowUpChannel;
import hotline.node.classification.RatingSource;
import hotline.node.classification.RedoGround;
import hotline.node.classification.Satisfaction;
import hotline.node.error.ErrorCode;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentState;
import hotline.node.ticket.FollowUp;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.OrderState;
import hotline.node.ticket.TicketAction;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketState;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpRulesTest {

  @ParameterizedTest
  @Requirement("RVS-08")
  @CsvSource({
    "VERY_SATISFIED, CLOSED",
    "SATISFIED, CLOSED",
    "BASICALLY_SATISFIED, CLOSED",
    "DISSATISFIED, AWAITING_FOLLOW_UP",
    "VERY_DISSATISFIED, AWAITING_FOLLOW_UP",
  })
  void theFirstThreeGradesClose(Satisfaction satisfaction, TicketState expected) {
    Story story = awaiting().done(Story.rating(satisfaction));

    assertThat(story.ticket().state()).isEqualTo(expected);
    assertThat(story.ticket().followUps().last().orElseThrow().source())
        .isEqualTo(RatingSource.RATED);
  }

  @Test
  @Requirement({"RVS-06", "SLA-10", "Q-07"})
  void silenceForADayCountsAsSatisfiedAndIsKeptApart() {
    Story story = awaiting().later(Duration.ofHours(24).minusSeconds(1));
    Story.assertRefused(story.attempt(new TicketCommand.AssumeSatisfied()), ErrorCode.TOO_EARLY);

    story.later(Duration.ofSeconds(1)).done(new TicketCommand.AssumeSatisfied());

    FollowUp rating = story.ticket().followUps().last().orElseThrow();
    assertThat(rating.source()).isEqualTo(RatingSource.DEFAULT_24H);
    assertThat(rating.channel()).isEqualTo(FollowUpChannel.SILENCE);
    assertThat(story.ticket().outcome().closure().kind()).isEqualTo(ClosureKind.DEFAULT_SATISFIED);
  }

  @Test
  void whoHasRatedIsNotSilent() {
    Story story =
        awaiting().done(Story.rating(Satisfaction.DISSATISFIED)).later(Duration.ofHours(25));

    Story.assertRefused(
        story.attempt(new TicketCommand.AssumeSatisfied()), ErrorCode.STATE_FORBIDS);
  }

  @Test
  @Requirement({"RVS-07", "RVS-09", "LIF-19"})
  void aRedoGoesRoundAgainAndBothRatingsAreKept() {
    Story story = awaiting().done(Story.rating(Satisfaction.DISSATISFIED));
    story
        .later(Duration.ofDays(1))
        .done(new HolderCommand.RedoOrder(story.order(1), RedoGround.UNTRUE_REPLY, "与事实不符"));

    assertThat(story.ticket().state()).isEqualTo(TicketState.IN_HANDLING);
    assertThat(story.assignment(1).state()).isEqualTo(AssignmentState.AWAITING_SIGN_FOR);
    assertThat(story.assignment(1).round()).isEqualTo(2);
    assertThat(story.assignment(1).terms().dispatchedAt())
        .isEqualTo(Instant.parse("2026-03-03T01:00:00Z"));

    story.replied(1).acceptReply(1).done(Story.rating(Satisfaction.VERY_SATISFIED));

    assertThat(story.ticket().state()).isEqualTo(TicketState.CLOSED);
    assertThat(story.ticket().followUps().first().orElseThrow().satisfaction())
        .isEqualTo(Satisfaction.DISSATISFIED);
    assertThat(story.ticket().followUps().last().orElseThrow().satisfaction())
        .isEqualTo(Satisfaction.VERY_SATISFIED);
    assertThat(story.ticket().followUps().last().orElseThrow().round()).isEqualTo(2);
    assertThat(story.assignment(1).handling().replies()).extracting("round").containsExactly(1, 2);
  }

  /** Only for the unit's fault, with a reason, and only after a dissatisfied rating. */
  @Test
  @Requirement("RVS-09")
  void aRedoNeedsAGroundAReasonAndADissatisfiedCitizen() {
    Story story = awaiting();
    HolderCommand redo =
        new HolderCommand.RedoOrder(story.order(1), RedoGround.EVASIVE_REPLY, "避重就轻");
    Story.assertRefused(story.attempt(redo), ErrorCode.STATE_FORBIDS, "不能发回重办");

    story.done(Story.rating(Satisfaction.VERY_DISSATISFIED));

    Story.assertRefused(
        story.attempt(new HolderCommand.RedoOrder(story.order(1), RedoGround.EVASIVE_REPLY, " ")),
        ErrorCode.REDO_RULE,
        "重办理由");
    Story.assertRefused(
        story.attempt(new HolderCommand.RedoOrder(story.order(1), RedoGround.UNKNOWN, "x")),
        ErrorCode.REDO_RULE,
        "“答复失实”");
    story.done(redo);
  }

  @Test
  @Requirement("RVS-10")
  void whatNobodyIsAtFaultForIsExplainedAndClosed() {
    Story story = awaiting().done(Story.rating(Satisfaction.DISSATISFIED));
    Story.assertRefused(
        story.attempt(new TicketCommand.ExplainToRequester("")), ErrorCode.FOLLOW_UP_RULE);

    story.done(new TicketCommand.ExplainToRequester("超出现行政策"));

    assertThat(story.ticket().state()).isEqualTo(TicketState.CLOSED);
    assertThat(story.ticket().outcome().closure().kind()).isEqualTo(ClosureKind.EXPLAINED);
    assertThat(story.assignment(1).conclusion().satisfaction())
        .isEqualTo(Satisfaction.DISSATISFIED);
  }

  /** Or it goes to somebody else. */
  @Test
  @Requirement("LIF-19")
  void afterADissatisfiedRatingTheMatterMayGoToAnotherUnit() {
    Story story = awaiting().done(Story.rating(Satisfaction.DISSATISFIED)).dispatchTo(1);

    assertThat(story.ticket().state()).isEqualTo(TicketState.IN_HANDLING);
    assertThat(story.ticket().orders().all())
        .extracting(order -> order.state())
        .containsExactly(OrderState.CONCLUDED, OrderState.PLACED);
    assertThat(story.assignment(1).conclusion().kind()).isEqualTo(ClosureKind.REASSIGNED);
    story.replied(2).acceptReply(2);
    assertThat(story.ticket().state()).isEqualTo(TicketState.AWAITING_FOLLOW_UP);
    assertThat(story.ticket().followUps().round()).isEqualTo(2);
  }

  /** When the lead gives the matter back, a co-handler whose part is done may take it over. */
  @Test
  void aCoHandlerMayTakeTheLeadOver() {
    Story story = Story.accepted();
    story
        .done(
            new HolderCommand.PlaceOrders(
                List.of(Story.lead(story.owner.units.get(0)), Story.co(story.owner.units.get(1)))))
        .replied(2)
        .acceptReply(2)
        .unit(1, new AssignmentCommand.RequestReturn("不属职责", "三定方案", "城管局"))
        .done(new HolderCommand.DecideReturn(story.order(1), true, null));
    assertThat(story.ticket().state()).isEqualTo(TicketState.IN_HANDLING);

    story.dispatchTo(1).replied(3).acceptReply(3);

    assertThat(story.ticket().state()).isEqualTo(TicketState.AWAITING_FOLLOW_UP);
  }

  @Test
  void aTicketWhoseRequesterCannotBeAskedIsClosedWithoutARating() {
    Story story = Story.atCity();
    Checks.requireDecided(
        story.tryRegister(
            Appeals.usual(), Appeals.anonymous(), new TicketCommand.AcceptTicket(null)));
    story.dispatchTo(0).replied(1).acceptReply(1);
    assertThat(TicketAction.allowedFor(story.ticket())).contains(TicketAction.CLOSE);

    story.done(new TicketCommand.CloseTicket());

    assertThat(story.ticket().outcome().closure().kind()).isEqualTo(ClosureKind.UNREACHABLE);
  }

  @Test
  void aRatingThatOnlyTheTimerMayGiveIsRefused() {
    Story.assertRefused(
        awaiting()
            .attempt(
                new TicketCommand.FollowUpTicket(
                    FollowUpChannel.SILENCE, Satisfaction.SATISFIED, true, null)),
        ErrorCode.FOLLOW_UP_RULE);
  }

  private static Story awaiting() {
    return Story.in(TicketState.AWAITING_FOLLOW_UP);
  }
}
