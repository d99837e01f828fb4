package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.classification.Category;
import hotline.node.classification.HandlingRole;
import hotline.node.classification.Urgency;
import hotline.node.error.ErrorCode;
import hotline.node.policy.Policy;
import hotline.node.policy.PolicyFile;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.Deadlines;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.OrderDraft;
import hotline.node.ticket.Running;
import hotline.node.ticket.Terms;
import hotline.node.ticket.TicketCommand;
import hotline.node.ticket.Watch;
import hotline.requirements.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law sets its own limits for some matters. Monday 2 March 2026, 09:00. */
class StatutoryRulesTest {

  private static final String LAW = "《供热条例》第十条";

  @Test
  @Requirement({"SLA-07", "CLS-04"})
  void theLawsLimitForAMatterGoesBeforeTheCitys() {
    Story story = accepted("qingyang", Category.CONSULTATION, Urgency.GENERAL);

    // twenty working days after 2 March
    Instant due = Instant.parse("2026-03-30T10:00:00Z");
    assertThat(story.ticket().clock().due().at()).isEqualTo(due);
    assertThat(story.ticket().clock().due().rule()).isEqualTo(LAW);
    Terms terms = story.dispatchTo(0).assignment(1).terms();
    assertThat(terms.due().at()).isEqualTo(due);
    assertThat(terms.due().rule()).isEqualTo(LAW);
    assertThat(terms.signForDue().rule()).as("everything else is the city's").isEqualTo("SLA-02");
  }

  @Test
  @Requirement("SLA-07")
  void whatTheLawSaysNothingAboutHasTheCitysLimit() {
    Policy policy = policy("qingyang", "CJ0102");
    Story story = at(policy).register(Appeals.usual(), new TicketCommand.AcceptTicket(null));
    assertThat(story.ticket().clock().due().rule()).isEqualTo("SLA-04");
    assertThat(story.dispatchTo(0).assignment(1).terms().due().rule()).isEqualTo("SLA-04");
  }

  /** A matter above in the catalogue stands for those below it; the reply has to be in writing. */
  @Test
  @Requirement({"SLA-07", "Q-09"})
  void theLawsLimitEndsWithTheReplyAlsoWhereAFeedbackIsEnoughOtherwise() {
    Story story = accepted("baotou", Category.HELP, Urgency.GENERAL).dispatchTo(0);
    story.unit(1, new AssignmentCommand.SignForWork("已联系诉求人并说明法定时限"));

    assertThat(story.assignment(1).terms().feedbackSuffices()).isFalse();
    assertThat(watches(story)).containsExactly(Watch.REPLY);
    assertThat(story.ticket().clock().feedbackSuffices()).isFalse();
  }

  @Test
  @Requirement({"SLA-07", "SLA-06"})
  void whatIsUrgentIsStillOwedItsFirstFeedback() {
    Story story = accepted("qingyang", Category.HELP, Urgency.URGENT).dispatchTo(0);
    assertThat(story.assignment(1).terms().feedbackBy().at())
        .isEqualTo(Instant.parse("2026-03-02T03:00:00Z"));
    assertThat(story.assignment(1).terms().due().rule()).isEqualTo(LAW);
  }

  @Test
  @Requirement({"SLA-07", "SLA-08", "Q-12"})
  void anExtensionIsMeasuredByTheLawsLimit() {
    Story story =
        accepted("qingyang", Category.HELP, Urgency.GENERAL)
            .dispatchTo(0)
            .unit(1, new AssignmentCommand.SignForWork("已联系"));

    Story.assertRefused(
        story.attemptUnit(1, new AssignmentCommand.RequestExtension("需协调", 21, true)),
        ErrorCode.EXTENSION_RULE,
        "超过上限");
    story
        .unit(1, new AssignmentCommand.RequestExtension("需协调", 20, true))
        .done(new HolderCommand.DecideExtension(story.order(1), true, null));
    assertThat(story.assignment(1).terms().due().at())
        .isEqualTo(story.assignment(1).terms().latestDue().at());
  }

  /** It is in the copy that the district gets, and the district sends it on by the same law. */
  @Test
  @Requirement("SLA-07")
  void whatTheWorkIsAboutGoesWithItToTheNodeBelow() {
    Story story = accepted("qingyang", Category.HELP, Urgency.GENERAL);
    SimulatedNode district =
        new SimulatedNode(
            story.network, "150203", "某区12345热线", policy("qingyang", "02"), story.owner);
    story.network.add(district);
    story.dispatch(district.self);
    story.network.deliverAll();
    story.at(district, story.order(1), new AssignmentCommand.SignForWork("已联系"));
    story.at(
        district,
        story.order(1),
        new HolderCommand.PlaceOrders(
            List.of(new OrderDraft(district.units.get(0), HandlingRole.LEAD, null))));
    story.network.deliverAll();

    var below = district.assignments.get(story.order(1).child(1));
    assertThat(below.subject().matter()).isEqualTo("0203");
    // the district keeps half a day of it for its own answer (XTR-10)
    assertThat(below.terms().due().at())
        .isBetween(Instant.parse("2026-03-29T16:00:00Z"), Instant.parse("2026-03-30T10:00:00Z"));
  }

  @ParameterizedTest
  @Requirement("SLA-07")
  @CsvSource({
    "'{matters: [], limit: 9 working days, rule: 法}', matters",
    "'{matters: [CJ], rule: 法}', limit",
    "'{matters: [CJ], limit: soon, rule: 法}', limits.statutory[0].limit：“soon”",
  })
  void aMistakenLimitIsNamed(String entry, String message) {
    Assertions.assertThatThrownBy(() -> PolicyFile.read("s.yml", text("qingyang", entry)))
        .hasMessageContaining(message);
  }

  private static Story accepted(String base, Category category, Urgency urgency) {
    return at(policy(base, "02"))
        .register(Appeals.of(category, urgency), new TicketCommand.AcceptTicket(null));
  }

  private static Story at(Policy policy) {
    Story story =
        Story.at(
            network -> {
              SimulatedNode node = new SimulatedNode(network, "150200", "某市12345热线", policy, null);
              network.add(node);
              return node;
            });
    return story.later(Duration.ZERO);
  }

  private static Policy policy(String base, String matter) {
    return PolicyFile.read(
        "s.yml",
        text(base, "{matters: [" + matter + "], limit: 20 working days, rule: " + LAW + "}"));
  }

  private static String text(String base, String entry) {
    return "name: s\nsource: 某市办法\neffective-from: 2022-11-29\nextends: "
        + base
        + "\nlimits:\n  statutory:\n    - "
        + entry
        + "\n";
  }

  private static List<Watch> watches(Story story) {
    return Deadlines.running(
            story.assignment(1), story.owner.context(story.network.now(), Story.STAFF))
        .stream()
        .map(Running::watch)
        .toList();
  }
}
