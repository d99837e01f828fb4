package hotline.node.life;

import static org.assertj.core.api.Assertions.assertThat;

import hotline.node.ticket.Effect;
import hotline.node.ticket.Instruction;
import hotline.node.ticket.PersonalData;
import hotline.node.ticket.Requester;
import hotline.node.ticket.Ticket;
import hotline.node.ticket.TicketEvent;
import hotline.node.ticket.TicketState;
import hotline.node.wire.AssignmentWire;
import hotline.node.wire.CommandWire;
import hotline.node.wire.JournalRecord;
import hotline.node.wire.NeighbourCommand;
import hotline.node.wire.RecordWire;
import hotline.node.wire.TicketCopy;
import hotline.node.wire.TicketWire;
import hotline.requirements.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the requester's name, phone and address may be, and where not. */
class PersonalDataTest {

  private final Story story = Story.in(TicketState.IN_HANDLING);
  private final Ticket ticket = story.ticket();

  @Test
  @Requirement("SEC-01")
  void anImageHoldsNoneAndThePersonalPartHoldsAll() {
    assertNone(TicketWire.image(ticket).image());
    assertNone(AssignmentWire.image(story.assignment(1)).image());

    assertThat(TicketWire.readPersonal(TicketWire.personal(ticket)))
        .isEqualTo(Appeals.requester().personal());
  }

  @Test
  void aTicketCanBeReadWithoutThemAndStillSaysThatTheCitizenCanBeReached() {
    Requester masked = TicketWire.read(TicketWire.image(ticket).image(), new byte[0]).requester();

    assertThat(masked.personal()).isEqualTo(PersonalData.NONE);
    assertThat(masked.reachable()).isTrue();
    assertThat(masked.key()).isEqualTo("k1");
  }

  @Test
  @Requirement("SEC-01")
  void onlyTheRecordOfTheRegistrationCarriesThemAndApart() {
    var context = story.owner.context(story.network.now(), Story.STAFF);
    JournalRecord registration =
        JournalRecord.of(
            context,
            ticket,
            List.<TicketEvent>of(
                new TicketEvent.TicketRegistered(
                    ticket.id(),
                    ticket.owner(),
                    ticket.queryCode(),
                    ticket.appeal(),
                    ticket.requester(),
                    story.network.now())));
    JournalRecord later =
        JournalRecord.of(
            context,
            ticket,
            List.<TicketEvent>of(new TicketEvent.TicketArchived(story.network.now())));

    assertNone(RecordWire.body(registration));
    assertThat(
            RecordWire.read(RecordWire.body(registration), RecordWire.personal(registration))
                .personal())
        .containsEntry(ticket.id().toString(), Appeals.requester().personal());
    assertThat(RecordWire.read(RecordWire.body(registration), new byte[0]).personal()).isEmpty();
    assertThat(RecordWire.personal(later)).isEmpty();
  }

  @Test
  void aDispatchToAnotherNodeTakesTheTicketAlongByteForByte() {
    TicketCopy copy =
        new TicketCopy(
            ticket.id().toString(),
            ticket.version(),
            TicketWire.image(ticket).image(),
            TicketWire.personal(ticket));
    var assignment = story.assignment(1);
    var command =
        CommandWire.encode(
            new Effect.Instruct(
                assignment.id(),
                story.network.district.self.code(),
                new Instruction.Dispatched(
                    assignment.charge(), assignment.subject(), assignment.terms())),
            copy);

    var read = (NeighbourCommand.Instructed) CommandWire.decode(command.type(), command.payload());

    assertThat(command.type()).isEqualTo("instruction.Dispatched");
    assertThat(read.ticket().image()).isEqualTo(copy.image());
    assertThat(TicketWire.read(read.ticket().image(), read.ticket().personal())).isEqualTo(ticket);
  }

  private static void assertNone(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    PersonalData personal = Appeals.requester().personal();
    assertThat(text).doesNotContain(personal.name(), personal.phone(), personal.address());
  }
}
