package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.error.ErrorCode;
import hotline.node.ticket.AssignmentCommand;
import hotline.node.ticket.AssignmentId;
import hotline.node.ticket.HolderCommand;
import hotline.node.ticket.Supplement;
import hotline.node.ticket.TicketCommand.SupplementTicket;
import hotline.node.ticket.TicketState;
import hotline.requirements.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a requester adds to a ticket that is open (ACC-10). */
class SupplementRulesTest {

  private static final AssignmentCommand SIGN = new AssignmentCommand.SignForWork(null);

  @Test
  @Requirement("ACC-10")
  void whoeverWorksOnItIsToldHoweverFarDownTheWorkHasGone() {
    Story story = Story.accepted();
    SimulatedNode district = story.network.district;
    story.dispatch(district.self);
    story.network.deliverAll();
    story.at(district, story.order(1), SIGN);
    story.at(
        district,
        story.order(1),
        new HolderCommand.PlaceOrders(List.of(Story.lead(district.units.get(0)))));
    AssignmentId unit = story.order(1).child(1);
    long before = district.assignments.get(unit).version();

    story.done(new SupplementTicket("今天又停水了"));
    story.network.deliverAll();

    assertThat(story.ticket().appeal().supplements())
        .extracting(Supplement::text)
        .containsExactly("今天又停水了");
    assertThat(district.assignments.get(unit).version()).isEqualTo(before + 1);
    Checks.bothEndsAgree(story.network);
  }

  @Test
  @Requirement("ACC-10")
  void itChangesNeitherStateNorLimit() {
    Story story = Story.in(TicketState.IN_HANDLING);
    var clock = story.ticket().clock();

    story.done(new SupplementTicket("补充：是三楼")).done(new SupplementTicket("补充：还有四楼"));

    assertThat(story.ticket().state()).isEqualTo(TicketState.IN_HANDLING);
    assertThat(story.ticket().clock()).isEqualTo(clock);
    assertThat(story.ticket().appeal().supplements()).hasSize(2);
  }

  @Test
  @Requirement("ACC-10")
  void nothingIsAddedToATicketThatHasEndedOrWithoutWords() {
    Story.assertRefused(
        Story.in(TicketState.CLOSED).attempt(new SupplementTicket("又坏了")),
        ErrorCode.STATE_FORBIDS,
        "不能追加");
    Story.assertRefused(
        Story.accepted().attempt(new SupplementTicket(" ")), ErrorCode.INTAKE_INCOMPLETE, "追加的内容");
  }
}
