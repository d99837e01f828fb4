package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.calendar.Deadline;
import hotline.node.classification.Category;
import hotline.node.classification.Channel;
import hotline.node.classification.ClosureKind;
import hotline.node.classification.RefusalGround;
import hotline.node.classification.Urgency;
import hotline.node.error.ErrorCode;
import hotline.node.ticket.Alias;
import hotline.node.ticket.Appeal;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.RegisterTicket;
import hotline.node.ticket.Requester;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.TicketId;
import hotline.node.ticket.TicketState;
import hotline.requirements.Requirement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntakeRulesTest {

  private static final TicketCommand.Ruling ACCEPT = new TicketCommand.AcceptTicket(null);

  @Test
  @Requirement({"INT-16", "SLA-01", "SLA-04", "Q-03"})
  void theCitizensClockStartsWithTheAcceptance() {
    Ticket ticket = Story.accepted().ticket();

    assertThat(ticket.clock().acceptedAt()).isEqualTo(Instant.parse("2026-03-02T01:00:00Z"));
    assertThat(ticket.clock().dispatchBy())
        .isEqualTo(new Deadline(Instant.parse("2026-03-02T03:00:00Z"), "SLA-01", false));
    assertThat(ticket.clock().due())
        .isEqualTo(new Deadline(Instant.parse("2026-03-09T10:00:00Z"), "SLA-04", false));
  }

  @Test
  @Requirement("SLA-03")
  void aConsultationIsDueAfterTwoWorkingDays() {
    Ticket ticket =
        Story.atCity()
            .register(Appeals.of(Category.CONSULTATION, Urgency.GENERAL), ACCEPT)
            .ticket();

    assertThat(ticket.clock().due())
        .isEqualTo(new Deadline(Instant.parse("2026-03-04T10:00:00Z"), "SLA-03", false));
  }

  @Test
  @Requirement("INT-15")
  void anAnswerAtOnceClosesTheTicketAndTellsTheCitizen() {
    Story story =
        Story.atCity().register(Appeals.usual(), new TicketCommand.AnswerTicket("请带身份证办理"));

    assertThat(story.ticket().state()).isEqualTo(TicketState.CLOSED);
    assertThat(story.ticket().version()).isEqualTo(1);
    assertThat(story.ticket().outcome().answer().content()).isEqualTo("请带身份证办理");
    assertThat(story.ticket().outcome().closure().kind()).isEqualTo(ClosureKind.ANSWERED_AT_ONCE);
    assertThat(story.ticket().clock().acceptedAt()).isNotNull();
    assertThat(story.network.notices()).hasSize(1);
  }

  @Test
  @Requirement("INT-09")
  void anAppealWithoutPlaceOrContactIsNotAccepted() {
    Appeal nowhere = appeal(null, List.of());
    Requester nobody = Requester.of(false, null, PersonalData.NONE);

    Story.assertRefused(
        Story.atCity().tryRegister(nowhere, nobody, ACCEPT),
        ErrorCode.INTAKE_INCOMPLETE,
        "联系方式",
        "涉事地点");
    Checks.requireDecided(Story.atCity().tryRegister(nowhere, nobody, null));
  }

  /** What came from another system is answered there. */
  @Test
  @Requirement("INT-09")
  void theNumberOfAnotherSystemIsAContact() {
    Appeal forwarded = appeal("南街", List.of(new Alias("人民网领导留言板", "17023")));

    Checks.requireDecided(
        Story.atCity()
            .tryRegister(forwarded, Requester.of(false, null, PersonalData.NONE), ACCEPT));
  }

  @Test
  void anAnonymousAppealIsAcceptedWhereThePolicyAllowsIt() {
    Checks.requireDecided(Story.atCity().tryRegister(Appeals.usual(), Appeals.anonymous(), ACCEPT));
  }

  @Test
  void anAppealWithoutContentIsNotEvenRegistered() {
    Appeal usual = Appeals.usual();
    Appeal empty =
        new Appeal(
            usual.channel(),
            usual.category(),
            usual.urgency(),
            false,
            null,
            "标题",
            "  ",
            usual.region(),
            null,
            null,
            List.of());

    Story.assertRefused(
        Story.atCity().tryRegister(empty, Appeals.requester(), null),
        ErrorCode.INTAKE_INCOMPLETE,
        "诉求内容不能为空");
  }

  @Test
  void aCodeOutsideTheListIsRefused() {
    Story.assertRefused(
        Story.atCity()
            .tryRegister(Appeals.of(Category.UNKNOWN, Urgency.GENERAL), Appeals.requester(), null),
        ErrorCode.INVALID_INPUT,
        "代码表");
  }

  @Test
  @Requirement({"ACC-10", "Q-06"})
  void theSameAppealWhileInHandlingIsRefusedAsDuplicateNamingTheFirst() {
    TicketId first = TicketId.parse("621000-20260228-000007");

    Ticket ticket =
        Story.atCity().register(Appeals.usual(), new TicketCommand.AcceptTicket(first)).ticket();

    assertThat(ticket.state()).isEqualTo(TicketState.REFUSED);
    assertThat(ticket.outcome().refusal().ground()).isEqualTo(RefusalGround.DUPLICATE_IN_HANDLING);
    assertThat(ticket.outcome().refusal().guidance()).contains(first.toString());
  }

  @ParameterizedTest
  @Requirement("ACC-12")
  @EnumSource(
      value = RefusalGround.class,
      names = {
        "OUT_OF_TERRITORY",
        "LEGAL_PROCEDURE",
        "SECRET_OR_PRIVACY",
        "ABUSIVE",
        "VAGUE",
        "DUPLICATE_IN_HANDLING",
        "OTHER_STATUTORY"
      })
  void everyGroundNeedsGuidance(RefusalGround ground) {
    Story story = Story.in(TicketState.REGISTERED);

    Story.assertRefused(
        story.attempt(new TicketCommand.RefuseTicket(ground, " ")), ErrorCode.REFUSAL_RULE, "解释引导");
    story.done(new TicketCommand.RefuseTicket(ground, "请拨打110"));

    assertThat(story.ticket().outcome().refusal().ground()).isEqualTo(ground);
    assertThat(story.network.notices()).hasSize(1);
  }

  @Test
  @Requirement("ACC-11")
  void aGroundOutsideThePolicyIsRefusedNamingThoseInside() {
    Story.assertRefused(
        Story.in(TicketState.REGISTERED)
            .attempt(new TicketCommand.RefuseTicket(RefusalGround.UNKNOWN, "请补充")),
        ErrorCode.REFUSAL_RULE,
        "不在本节点规则之内",
        RefusalGround.VAGUE.label());
  }

  @Test
  void aNumberOfAnotherNodeCannotBeUsed() {
    Story story = Story.atCity();

    Story.assertRefused(
        story.network.district.register(
            new RegisterTicket(story.id, "q", Appeals.usual(), Appeals.requester(), null),
            Story.STAFF),
        ErrorCode.NOT_OWNER,
        "621002");
  }

  private static Appeal appeal(String place, List<Alias> aliases) {
    return new Appeal(
        Channel.WEB,
        Category.HELP,
        Urgency.GENERAL,
        false,
        null,
        "标题",
        "内容",
        null,
        place,
        null,
        aliases);
  }
}
