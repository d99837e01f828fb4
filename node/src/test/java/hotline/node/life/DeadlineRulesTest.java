package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.assessment.AssessmentItem.Course;
import hotline.node.assessment.AssessmentItems;
import hotline.node.classification.Category;
import hotline.node.classification.ContactResult;
import hotline.node.classification.ContactWay;
import hotline.node.classification.Satisfaction;
import hotline.node.classification.Urgency;
import hotline.node.policy.PolicyFile;
import hotline.node.ticket.Alarm;
import hotline.node.ticket.Assignment;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.Deadlines;
import hotline.node.ticket.DecisionContext;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.Running;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketState;
import hotline.node.ticket.Watch;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineRulesTest {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /**
   * Local times in China; Friday 6 March 2026, and the Spring Festival of 2026 (15 to 23 February).
   */
  @ParameterizedTest
  @Requirement({
    "SLA-01", "SLA-02", "SLA-03", "SLA-04", "SLA-05", "SLA-06", "SLA-09", "SLA-12", "SLA-13",
    "SLA-14", "SLA-15"
  })
  @CsvSource({
    // policy, category, urgency, dispatched, signed for by, returned by, answered by
    "qingyang, COMPLAINT, GENERAL, 2026-03-06T17:30, 2026-03-09T11:30, 2026-03-09T18:00, 2026-03-13T18:00",
    "qingyang, CONSULTATION, GENERAL, 2026-03-06T17:30, 2026-03-09T11:30, 2026-03-09T18:00, 2026-03-10T18:00",
    "qingyang, COMPLAINT, URGENT, 2026-03-06T17:30, 2026-03-09T11:30, 2026-03-06T18:00, 2026-03-10T18:00",
    "qingyang, COMPLAINT, COMPLEX, 2026-03-06T17:30, 2026-03-09T11:30, 2026-03-09T18:00, 2026-03-13T18:00",
    "baotou, COMPLAINT, URGENT, 2026-03-06T17:30, 2026-03-09T11:30, 2026-03-06T18:00, 2026-03-06T19:30",
    "baotou, HELP, LIVELIHOOD, 2026-03-06T17:30, 2026-03-09T11:30, 2026-03-09T18:00, 2026-03-07T17:30",
    "baotou, CONSULTATION, GENERAL, 2026-03-06T17:30, 2026-03-09T11:30, 2026-03-09T18:00, 2026-03-13T18:00",
    "baotou, COMPLAINT, COMPLEX, 2026-03-06T17:30, 2026-03-09T11:30, 2026-03-09T18:00, 2026-03-20T18:00",
    // Friday before the festival: Saturday 14 February and Saturday 28 February are worked
    "qingyang, COMPLAINT, GENERAL, 2026-02-13T17:30, 2026-02-14T11:30, 2026-02-14T18:00, 2026-02-27T18:00",
    "qingyang, CONSULTATION, GENERAL, 2026-02-14T16:00, 2026-02-24T10:00, 2026-02-24T18:00, 2026-02-25T18:00",
    "qingyang, COMPLAINT, GENERAL, 2026-02-24T09:00, 2026-02-24T12:00, 2026-02-25T18:00, 2026-03-02T18:00",
    "nanjing, COMPLAINT, GENERAL, 2026-03-06T17:30, 2026-03-09T11:30, 2026-03-09T18:00, 2026-03-13T18:00",
    "changzhou, COMPLAINT, GENERAL, 2018-06-15T17:30, 2018-06-19T11:30, 2018-06-19T18:00, 2018-06-25T18:00",
  })
  void theClocksOfAnOrderFollowThePolicyAndTheCalendar(
      String policy,
      Category category,
      Urgency urgency,
      LocalDateTime dispatched,
      LocalDateTime signForDue,
      LocalDateTime returnBy,
      LocalDateTime due) {
    Story story = under(policy, dispatched).register(Appeals.of(category, urgency), accept());
    story.dispatchTo(0);

    var terms = story.assignment(1).terms();
    assertThat(local(terms.signForDue().at())).isEqualTo(signForDue);
    assertThat(local(terms.returnBy().at())).isEqualTo(returnBy);
    assertThat(local(terms.due().at())).isEqualTo(due);
    assertThat(local(story.ticket().clock().dispatchBy().at())).isEqualTo(dispatched.plusHours(2));
    assertThat(terms.basis().policy().name()).isEqualTo(policy);
    assertThat(story.ticket().clock().basis()).isEqualTo(terms.basis());
  }

  @Test
  @Requirement({"SLA-12", "SLA-13"})
  void aFeedbackSatisfiesTheLimitWhereTheRulesSayClosureOrFeedback() {
    Story story =
        under("baotou", LocalDateTime.parse("2026-03-06T10:00"))
            .register(Appeals.of(Category.HELP, Urgency.URGENT), accept())
            .dispatchTo(0);
    assertThat(running(story)).contains(Watch.REPLY);
    assertThat(ownRunning(story)).contains(Watch.ANSWER);

    story.later(Duration.ofMinutes(30)).unit(1, new AssignmentCommand.SignForWork("已电话说明"));

    assertThat(running(story)).isEmpty();
    assertThat(ownRunning(story)).isEmpty();
  }

  @Test
  @Requirement("SLA-06")
  void aFirstFeedbackIsWatchedBesideTheReplyWhereTheRulesDemandBoth() {
    Story story =
        under("qingyang", LocalDateTime.parse("2026-03-06T10:00"))
            .register(Appeals.of(Category.HELP, Urgency.URGENT), accept())
            .dispatchTo(0);
    assertThat(running(story))
        .containsExactly(Watch.SIGN_FOR, Watch.CONTACT, Watch.FEEDBACK, Watch.REPLY);

    story.unit(1, new AssignmentCommand.SignForWork("已电话说明"));

    assertThat(running(story)).containsExactly(Watch.REPLY);
  }

  @Test
  @Requirement({"LIF-01", "LIF-03"})
  void aUnitThatHasNotSpokenWithTheCitizenWithinTheLimitForTheSignForIsWarned() {
    Story story =
        under("qingyang", LocalDateTime.parse("2026-03-06T17:30"))
            .register(Appeals.usual(), accept())
            .dispatchTo(0)
            .unit(1, new AssignmentCommand.SignForWork(null));
    Running contact = running(story, Watch.CONTACT);
    // three working hours from Friday half past five
    assertThat(local(contact.deadline().at())).isEqualTo("2026-03-09T11:30");

    story.unit(
        1, new AssignmentCommand.NoteContact("未接通", ContactWay.CALL, ContactResult.UNREACHED));
    assertThat(running(story))
        .as("whoever was not reached was told nothing")
        .contains(Watch.CONTACT);

    story.unit(1, new AssignmentCommand.NoteContact("已告知程序、流程和时限"));
    assertThat(running(story)).containsExactly(Watch.REPLY);
  }

  @Test
  @Requirement({"LIF-01", "POL-14"})
  void nobodyWaitsForAUnitToCallWhereThePlatformAnswers() {
    Story story =
        under("changzhou", LocalDateTime.parse("2018-06-15T09:00"))
            .register(Appeals.usual(), accept())
            .dispatchTo(0)
            .unit(1, new AssignmentCommand.SignForWork(null));
    assertThat(running(story)).containsExactly(Watch.REPLY);
  }

  /** A feedback meets Baotou's limit and closes nothing; Qingyang asks for the reply. */
  @Test
  @Requirement("Q-09")
  void theFirstFeedbackAndTheEndHaveTimesOfTheirOwnAndThePolicySaysWhichMeetsTheLimit() {
    for (String city : List.of("baotou", "qingyang")) {
      Story story =
          under(city, LocalDateTime.parse("2026-03-06T10:00"))
              .register(Appeals.of(Category.HELP, Urgency.GENERAL), accept())
              .dispatchTo(0)
              .later(Duration.ofHours(1))
              .unit(1, new AssignmentCommand.SignForWork("已电话说明"));
      Instant feedback = story.network.now();
      var terms = story.assignment(1).terms();
      assertThat(terms.metAt(story.assignment(1).handling()))
          .isEqualTo(city.equals("baotou") ? Optional.of(feedback) : Optional.empty());
      assertThat(story.ticket().state()).isEqualTo(TicketState.IN_HANDLING);

      story
          .later(Duration.ofHours(2))
          .unit(1, new AssignmentCommand.ReplyToHolder("已修复", true, true));
      Instant replied = story.network.now();
      story.acceptReply(1).later(Duration.ofHours(1)).done(Story.rating(Satisfaction.SATISFIED));

      Course course = AssessmentItems.of(story.ticket()).get(0).course();
      assertThat(course.firstFeedbackAt()).isEqualTo(feedback);
      assertThat(course.repliedAt()).isEqualTo(replied);
      assertThat(course.closedAt()).isEqualTo(replied.plus(Duration.ofHours(1)));
      assertThat(course.metAt()).isEqualTo(city.equals("baotou") ? feedback : replied);
    }
  }

  @Test
  @Requirement("LIF-07")
  void aReturnHasToBeDecidedWithinItsLimit() {
    Story story =
        under("qingyang", LocalDateTime.parse("2026-03-06T10:00"))
            .register(Appeals.usual(), accept())
            .dispatchTo(0)
            .unit(1, new AssignmentCommand.RequestReturn("不属职责", "三定方案", "转住建局"));

    Running review =
        Deadlines.running(story.ticket(), context(story)).stream()
            .filter(running -> running.watch() == Watch.RETURN_REVIEW)
            .findFirst()
            .orElseThrow();
    assertThat(local(review.deadline().at())).isEqualTo("2026-03-09T18:00");
    assertThat(review.order()).isEqualTo(story.order(1));
  }

  @Test
  void aDeadlineIsNearWhenAFifthOfItsWorkingTimeIsLeft() {
    Story story =
        under("qingyang", LocalDateTime.parse("2026-03-02T09:00"))
            .register(Appeals.usual(), accept())
            .dispatchTo(0);

    Running reply = running(story, Watch.REPLY);
    // from Monday 9:00 until Monday 18:00: six days of 6.5 hours, of which 7.8 hours are a fifth
    assertThat(local(Deadlines.nearlyDue(reply, context(story)))).isEqualTo("2026-03-06T16:42");
    // three hours by the clock of the desk
    Running signFor = running(story, Watch.SIGN_FOR);
    assertThat(local(Deadlines.nearlyDue(signFor, context(story)))).isEqualTo("2026-03-02T11:24");
  }

  @Test
  @Requirement("SUP-01")
  void anAlarmIsRaisedOnlyForWhatStillRunsAndWhenItIsTime() {
    Story story =
        under("qingyang", LocalDateTime.parse("2026-03-02T09:00"))
            .register(Appeals.usual(), accept())
            .dispatchTo(0)
            .unit(1, new AssignmentCommand.SignForWork("已联系"));
    Running reply = running(story, Watch.REPLY);
    HolderCommand.RaiseAlarm passed = new HolderCommand.RaiseAlarm(reply, Alarm.Stage.PASSED);
    long version = story.assignment(1).version();

    story.unit(1, passed);
    assertThat(story.assignment(1).version()).as("too early").isEqualTo(version);

    story.later(Duration.ofDays(8)).unit(1, passed);
    assertThat(story.assignment(1).version()).isEqualTo(version + 1);

    story.unit(1, new AssignmentCommand.ReplyToHolder("已修复", true, true));
    long replied = story.assignment(1).version();
    story.unit(1, passed);
    assertThat(story.assignment(1).version()).as("replied").isEqualTo(replied);
  }

  private static Story under(String policy, LocalDateTime start) {
    Story story =
        Story.at(
            network ->
                new SimulatedNode(
                    network, "150200", "某市12345热线", PolicyFile.bundled(policy), null));
    Instant at = start.atZone(CHINA).toInstant();
    return story.later(Duration.between(story.network.now(), at));
  }

  private static TicketCommand.AcceptTicket accept() {
    return new TicketCommand.AcceptTicket(null);
  }

  private static DecisionContext context(Story story) {
    return story.owner.context(story.network.now(), Story.STAFF);
  }

  private static List<Watch> running(Story story) {
    return Deadlines.running(story.assignment(1), context(story)).stream()
        .map(Running::watch)
        .toList();
  }

  private static Running running(Story story, Watch watch) {
    Assignment assignment = story.assignment(1);
    return Deadlines.running(assignment, context(story)).stream()
        .filter(running -> running.watch() == watch)
        .findFirst()
        .orElseThrow();
  }

  private static List<Watch> ownRunning(Story story) {
    return Deadlines.running(story.ticket(), context(story)).stream().map(Running::watch).toList();
  }

  private static LocalDateTime local(Instant time) {
    return LocalDateTime.ofInstant(time, CHINA);
  }
}
